-- What the watch has dealt with since the row was last computed; history decides, this only spares looking twice.
alter table ticket_clock add told_warning boolean not null default false;
alter table ticket_clock add told_breach boolean not null default false;
create index ticket_clock_to_warn on ticket_clock (warn_at) where state = 'RUNNING' and not told_warning;
create index ticket_clock_to_breach on ticket_clock (due_at) where state = 'RUNNING' and not told_breach;
