create index work_item_recorded on work_item (recorded_at) include (client_id, agent, ticket_id)
    where recorded_at is not null;
create view insight_item with (security_invoker = true) as
    select ticket_id, client_id, agent, recorded_at from work_item;
