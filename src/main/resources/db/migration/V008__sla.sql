-- Business calendars are house data, no client's. A version is all rows with the same valid_from.
create table work_calendar (
    id   text primary key,
    name text not null,
    zone text not null
);

create table work_calendar_block (
    calendar_id text not null references work_calendar,
    valid_from  date not null,
    day         int not null check (day between 1 and 7),
    opens       time not null,
    closes      time not null,
    primary key (calendar_id, valid_from, day, opens)
);

create table work_calendar_holiday (
    calendar_id text not null references work_calendar,
    valid_from  date not null,
    day         date not null,
    name        text not null,
    primary key (calendar_id, valid_from, day)
);

-- A clock that was counted on these hours must count the same for ever.
create function calendar_is_superseded() returns trigger language plpgsql as $$
begin
    raise exception 'calendar % is never edited: add a version that holds from a later day', old.calendar_id;
end $$;
create trigger never_edited before update or delete on work_calendar_block
    for each row execute function calendar_is_superseded();
create trigger never_edited before update or delete on work_calendar_holiday
    for each row execute function calendar_is_superseded();

-- Where each clock stands as of its latest event: for lists. Computed by SlaClock, can be rebuilt at any time.
-- A clock that runs is RUNNING, also after its breach; MET and BREACHED are clocks that have stopped.
create table ticket_clock (
    ticket_id         uuid not null references ticket,
    client_id         text not null references client,
    kind              text not null,
    state             text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'BREACHED')),
    target_minutes    int not null,
    remaining_seconds bigint not null,
    warn_at           timestamptz,
    due_at            timestamptz,
    breached_at       timestamptz,
    calendar_id       text not null references work_calendar,
    rule              text not null,
    primary key (ticket_id, kind)
);
create index ticket_clock_due on ticket_clock (due_at) where state = 'RUNNING';

-- What supervisors answered to a breach: the cause, and what is done about it.
create table sla_response (
    id        bigint generated always as identity primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    cause     text not null,
    action    text not null,
    by_login  text not null,
    at        timestamptz not null
);
create index sla_response_ticket on sla_response (ticket_id, id);

select guard_by_client('ticket_clock');
select guard_by_client('sla_response');
