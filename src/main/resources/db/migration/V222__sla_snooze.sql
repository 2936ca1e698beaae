-- Tickets nobody looks at until an instant, or until the client writes. One row while it lasts.
create table ticket_snooze (
    ticket_id uuid primary key references ticket,
    client_id text not null references client,
    until_at  timestamptz not null,
    reason    text not null,
    holds     boolean not null,
    set_by    text not null,
    set_at    timestamptz not null
);
comment on column ticket_snooze.holds is 'whether the turnaround was paused for it, and goes on with it';
create index ticket_snooze_until on ticket_snooze (until_at);
select guard_by_client('ticket_snooze');

-- Not null: the step is in no list for now. 'infinity' stands for a ticket that was merged into another.
alter table inbox_item add snoozed_until timestamptz;
