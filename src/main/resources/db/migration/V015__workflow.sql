create table inbox_item (
    task_id    text primary key,
    ticket_id  uuid not null references ticket,
    client_id  text not null references client,
    step       text not null,
    name       text not null,
    form       text not null,
    queue      text,
    assignee   text,
    due_at     timestamptz,
    created_at timestamptz not null default now()
);
-- Least time left first; what has no deadline comes last. The pair (sort_at, task_id) is the cursor.
alter table inbox_item add column sort_at timestamptz
    generated always as (coalesce(due_at, timestamptz '9999-01-01 00:00:00+00')) stored;
create index inbox_item_queue on inbox_item (queue, sort_at, task_id) where assignee is null;
create index inbox_item_queue_all on inbox_item (queue, sort_at, task_id);
create index inbox_item_assignee on inbox_item (assignee, sort_at, task_id);
create index inbox_item_ticket on inbox_item (ticket_id);

create table form_draft (
    task_id   text not null,
    login     text not null,
    client_id text not null references client,
    form      jsonb not null,
    saved_at  timestamptz not null,
    primary key (task_id, login)
);

select guard_by_client('inbox_item');
select guard_by_client('form_draft');
