-- Clocks of our own targets (operational level agreement), apart from ticket_clock, so that nothing that counts promises
-- to clients, in lists, boards, reports or bills, ever meets them. Computed by SlaClock, can be rebuilt at any time.
create table internal_clock (
    ticket_id      uuid not null references ticket,
    client_id      text not null references client,
    code           text not null,
    name           text not null,
    stage          text not null,
    until          text not null,
    state          text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'BREACHED')),
    target_minutes int not null,
    warn_at        timestamptz,
    due_at         timestamptz,
    breached_at    timestamptz,
    calendar_id    text not null references work_calendar,
    rule           text not null,
    told_warning   boolean not null default false,
    told_breach    boolean not null default false,
    primary key (ticket_id, code)
);
create index internal_clock_late on internal_clock (warn_at) where state = 'RUNNING';
create index internal_clock_to_warn on internal_clock (warn_at) where state = 'RUNNING' and not told_warning;
create index internal_clock_to_breach on internal_clock (due_at) where state = 'RUNNING' and not told_breach;
select guard_by_client('internal_clock');
select guard_by_requester('internal_clock');
