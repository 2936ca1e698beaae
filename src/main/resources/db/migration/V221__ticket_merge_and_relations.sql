-- Which ticket lives on in which other one, as of now; the history keeps who did it and why. A row goes when a merge is
-- undone and stays when both are closed, so that late mail still finds its way.
create table ticket_merge (
    ticket_id uuid primary key references ticket,
    client_id text not null references client,
    into_id   uuid not null references ticket check (into_id <> ticket_id),
    at        timestamptz not null
);
create index ticket_merge_into on ticket_merge (into_id);
select guard_by_client('ticket_merge');

-- A ticket and all that have been merged into it, directly or through others; in the sight of the caller.
create function with_merged(target uuid) returns setof uuid language sql stable as $$
    with recursive tree (id) as (
        select target
        union
        select m.ticket_id from ticket_merge m join tree on m.into_id = tree.id)
    select id from tree
$$;

-- Who waits for this ticket: from the target of a link back to it.
create index ticket_link_target on ticket_link (target, relation);

-- A message that came for a ticket which had been merged away; it goes back when the merge is undone.
alter table message add meant_for uuid references ticket;
create index message_meant_for on message (meant_for) where meant_for is not null;
