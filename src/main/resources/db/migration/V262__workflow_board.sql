create index inbox_item_board on inbox_item (queue, ticket_id) include (client_id, assignee, created_at);
create view insight_step with (security_invoker = true) as
    select task_id, ticket_id, client_id, name, form, queue, assignee, created_at from inbox_item;
create index inbox_item_waiting on inbox_item (created_at) include (client_id, queue) where assignee is null;
