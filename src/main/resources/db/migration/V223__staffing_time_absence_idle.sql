-- Acts of our people on tickets, as their history tells them, by person: what time on work is computed from.
create table work_mark (
    seq       bigint primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    login     text not null,
    task      text not null,
    kind      text not null check (kind in ('TAKEN', 'GIVEN', 'ENDED', 'LOST', 'WROTE')),
    at        timestamptz not null
);
create index work_mark_login on work_mark (login, at, seq);
create index work_mark_ticket on work_mark (ticket_id, login);
select guard_by_client('work_mark');

-- Log-ins at a screen and log-outs: about no client.
create table work_presence (
    id    bigint generated always as identity primary key,
    login text not null,
    kind  text not null check (kind in ('ON', 'OFF')),
    at    timestamptz not null
);
create index work_presence_login on work_presence (login, at);

-- Minutes added or taken away by a person with a reason; what was measured stays.
create table work_correction (
    seq       bigint primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    login     text not null,
    day       date not null,
    minutes   int not null check (minutes <> 0 and minutes between -1440 and 1440),
    reason    text not null,
    by_login  text not null,
    at        timestamptz not null
);
create index work_correction_login on work_correction (login, day);
create index work_correction_ticket on work_correction (ticket_id);
select guard_by_client('work_correction');

-- Who stands in. The watch marks when it has moved the work, and when it has brought it back.
alter table absence add deputy text references agent;
alter table absence add entered_by text;
alter table absence add started_at timestamptz;
alter table absence add ended_at timestamptz;
create index absence_to_start on absence (from_at) where started_at is null;
create index absence_to_end on absence (to_at) where ended_at is null;

-- Tickets somebody works on for an absent person: what the deputy does on them is kept as done "for" that person.
create table ticket_deputy (
    ticket_id  uuid primary key references ticket,
    client_id  text not null references client,
    absent     text not null,
    deputy     text not null,
    absence_id bigint not null,
    since      timestamptz not null
);
create index ticket_deputy_absence on ticket_deputy (absence_id);
select guard_by_client('ticket_deputy');

-- Open steps whose holder has not let the client see anything yet. next_at is null until the ladder has been asked.
create table idle_step (
    task      text primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    queue     text not null,
    agent     text,
    since     timestamptz not null,
    level     int not null default 0 check (level between 0 and 3),
    next_at   timestamptz
);
create index idle_step_next on idle_step (next_at) where level < 3;
create index idle_step_new on idle_step (since) where next_at is null and level < 3;
create index idle_step_ticket on idle_step (ticket_id);
select guard_by_client('idle_step');
