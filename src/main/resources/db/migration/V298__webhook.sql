-- Who wants to be told by HTTP. client_id null: of all clients.
create table webhook (
    id         uuid primary key,
    client_id  text references client,
    name       text not null,
    url        text not null,
    kinds      text[] not null,
    secret     text not null,
    state      text not null check (state in ('ACTIVE', 'PAUSED')),
    reason     text not null default '',
    made_by    text not null,
    made_at    timestamptz not null,
    failures   int not null default 0,
    rest_until timestamptz not null
);

-- Written with the event itself, spread over the subscriptions right after and then deleted.
create table webhook_event (
    seq       bigint generated always as identity primary key,
    client_id text not null references client,
    ticket_id uuid not null references ticket,
    event_seq bigint not null,
    kind      text not null,
    at        timestamptz not null,
    facts     jsonb not null
);

-- body is kept as it is sent: its signature is over these bytes. first_tried_at: the three days begin there.
create table webhook_delivery (
    seq             bigint generated always as identity primary key,
    id              uuid not null unique,
    webhook_id      uuid not null references webhook on delete cascade,
    client_id       text not null references client,
    ticket_id       uuid,
    kind            text not null,
    body            text not null,
    at              timestamptz not null,
    state           text not null check (state in ('QUEUED', 'DELIVERED', 'PARKED')),
    attempts        int not null default 0,
    next_attempt_at timestamptz not null,
    first_tried_at  timestamptz,
    answered_at     timestamptz,
    status          int,
    answer          text not null default ''
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where state = 'QUEUED';
create index webhook_delivery_turn on webhook_delivery (webhook_id, ticket_id, seq) where state = 'QUEUED';
create index webhook_delivery_latest on webhook_delivery (webhook_id, seq desc);
create index webhook_delivery_done on webhook_delivery (answered_at) where state = 'DELIVERED';

select guard_by_client('webhook');
select guard_by_client('webhook_event');
select guard_by_client('webhook_delivery');
