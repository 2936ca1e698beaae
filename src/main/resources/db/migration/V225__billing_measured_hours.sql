-- Minutes that came from the measured time on work; the others were entered by hand.
alter table timesheet_entry add measured boolean not null default false;
create unique index timesheet_entry_measured on timesheet_entry (ticket_id, agent, day)
    where measured and approved_by is null;
create index timesheet_entry_waiting on timesheet_entry (day, agent, id) where approved_by is null;
