create sequence ticket_number start 2001;

create table ticket (
    id                uuid primary key,
    number            text not null unique,
    client_id         text not null references client,
    kind              text not null,
    parent_id         uuid references ticket,
    subject           text not null,
    channel           text not null,
    requester         text not null,
    line              text,
    category          text,
    priority          text not null,
    mood              text,
    stage             text not null,
    status            text not null,
    queue             text,
    owner             text,
    next_action       text not null,
    assignment_reason text,
    contract_id       text references contract,
    received_at       timestamptz not null,
    updated_at        timestamptz not null,
    closed_at         timestamptz,
    resolution        text,
    open_until        timestamptz,
    version           int not null default 0
);
create index ticket_client on ticket (client_id, id);
create index ticket_stage on ticket (stage) where closed_at is null;
create index ticket_owner on ticket (owner) where closed_at is null;
create index ticket_parent on ticket (parent_id) where parent_id is not null;

create table ticket_event (
    seq       bigint generated always as identity primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    kind      text not null,
    at        timestamptz not null,
    actor     text not null,
    facts     jsonb not null
);
create index ticket_event_ticket on ticket_event (ticket_id, seq);

create table ticket_link (
    id        bigint generated always as identity primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    relation  text not null,
    target    text not null,
    label     text not null,
    unique (ticket_id, relation, target)
);

select guard_by_client('ticket');
select guard_by_client('ticket_event');
select guard_by_client('ticket_link');
