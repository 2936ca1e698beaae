-- The oldest waiting steps are read off this index and no further than the board shows.
drop index inbox_item_waiting;
create index inbox_item_waiting on inbox_item (created_at, task_id) include (client_id, queue, ticket_id)
    where assignee is null;
