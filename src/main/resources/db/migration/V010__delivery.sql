-- What a ticket's work consists of: one item per document, case or call.
create table work_item (
    id          uuid primary key,
    ticket_id   uuid not null references ticket,
    client_id   text not null references client,
    position    int not null,
    type        text not null,
    document_id uuid,
    state       text not null check (state in ('OPEN', 'RECORDED', 'REJECTED')),
    reason      text,
    agent       text,
    created_at  timestamptz not null,
    recorded_at timestamptz,
    unique (ticket_id, position)
);
create index work_item_client on work_item (client_id, created_at);

-- Every version of every field; the highest one holds, an empty value means taken out.
create table work_field (
    item_id   uuid not null references work_item,
    client_id text not null references client,
    name      text not null,
    version   int not null,
    position  int not null,
    value     text not null,
    agent     text not null,
    at        timestamptz not null,
    primary key (item_id, name, version)
);

create table deliverable (
    id           uuid primary key,
    ticket_id    uuid not null references ticket,
    client_id    text not null references client,
    round        int not null,
    state        text not null check (state in ('DELIVERED', 'ACCEPTED', 'REJECTED', 'DEEMED_ACCEPTED')),
    units        int not null,
    content_hash text not null,
    delivered_at timestamptz not null,
    remind_at    timestamptz not null,
    deemed_at    timestamptz not null,
    decided_at   timestamptz,
    decided_by   text,
    comment      text,
    unique (ticket_id, round)
);
create index deliverable_client on deliverable (client_id, delivered_at desc);

create table deliverable_file (
    deliverable_id uuid not null references deliverable,
    client_id      text not null references client,
    position       int not null,
    document_id    uuid not null,
    primary key (deliverable_id, position)
);

-- What the client said about single items.
create table item_verdict (
    deliverable_id uuid not null references deliverable,
    client_id      text not null references client,
    item_id        uuid not null references work_item,
    verdict        text not null check (verdict in ('ok', 'wrong')),
    reason         text not null,
    primary key (deliverable_id, item_id)
);

-- Approval by link: only the SHA-256 of the token is kept; it works once, for one content and one approver.
create table approval_token (
    token_hash     text primary key,
    deliverable_id uuid not null references deliverable,
    client_id      text not null references client,
    content_hash   text not null,
    approver       text not null,
    expires_at     timestamptz not null,
    used_at        timestamptz
);
create index approval_token_deliverable on approval_token (deliverable_id);

select guard_by_client('work_item');
select guard_by_client('work_field');
select guard_by_client('deliverable');
select guard_by_client('deliverable_file');
select guard_by_client('item_verdict');
select guard_by_client('approval_token');
