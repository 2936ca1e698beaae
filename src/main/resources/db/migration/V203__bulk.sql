-- One thing done to many steps: who, what, and per step what came of it. The group id ties the events together.
create table bulk_run (
    id          uuid primary key,
    login       text not null,
    act         text not null,
    words       text not null,
    at          timestamptz not null,
    total       int not null,
    state       text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'INTERRUPTED')),
    undo_of     uuid references bulk_run,
    finished_at timestamptz
);
create index bulk_run_login on bulk_run (login, at desc);

create table bulk_row (
    run_id    uuid not null references bulk_run,
    position  int not null,
    task_id   text not null,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    number    text not null,
    step      text not null,
    done      boolean not null,
    sentence  text not null,
    before    text,
    after     text,
    primary key (run_id, position)
);
select guard_by_client('bulk_row');

-- Views people have saved: whose steps, what must hold, in which order, with which columns.
create table inbox_view (
    id           uuid primary key,
    owner        text not null,
    name         text not null,
    whose        text not null,
    condition    jsonb,
    sort_order   text not null,
    backwards    boolean not null,
    columns      text[] not null,
    shared_role  text,
    shared_queue text,
    saved_at     timestamptz not null,
    deleted_at   timestamptz
);
create index inbox_view_owner on inbox_view (owner) where deleted_at is null;
create index inbox_view_shared on inbox_view (coalesce(shared_role, shared_queue)) where deleted_at is null;
