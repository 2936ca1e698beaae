-- What one administrator wants a calendar to become, until another one puts it in force. House data, no client's.
create table work_calendar_proposal (
    id          bigint generated always as identity primary key,
    calendar_id text not null references work_calendar,
    valid_from  date not null,
    plan        jsonb not null,
    why         text not null,
    by_login    text not null,
    at          timestamptz not null
);
create index work_calendar_proposal_of on work_calendar_proposal (calendar_id, id);

-- New hours move due dates that lie behind their first day; every open ticket concerned is told, in order of its id.
create table calendar_change (
    id          bigint generated always as identity primary key,
    calendar_id text not null references work_calendar,
    counts_from timestamptz not null,
    made_at     timestamptz not null,
    told_to     uuid,
    finished    boolean not null default false
);
create index calendar_change_open on calendar_change (id) where not finished;
create index ticket_clock_calendar on ticket_clock (calendar_id, due_at) where state = 'RUNNING';
create index internal_clock_calendar on internal_clock (calendar_id, due_at) where state = 'RUNNING';
