-- What the watch has dealt with since the row was last computed; history decides, this only spares looking twice.
alter table ticket_clock add told_warning boolean not null default false;
alter table ticket_clock add told_breach boolean not null default false;
create index ticket_clock_to_warn on ticket_clock (warn_at) where state = 'RUNNING' and not told_warning;
create index ticket_clock_to_breach on ticket_clock (due_at) where state = 'RUNNING' and not told_breach;

-- Slack: latest start that still meets the target, given what such tickets usually take (handling_time). The next
-- ticket to work on is the first by (due_at <= now desc, start_by, priority, received_at, id): service desk 3.3.
alter table ticket_clock add start_by timestamptz;
