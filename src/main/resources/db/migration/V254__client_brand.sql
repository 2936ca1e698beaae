-- How a client's people see the portal. No row: our own look.
create table client_brand (
    client_id  text primary key references client,
    name       text not null,
    colour     text not null check (colour ~ '^#[0-9a-f]{6}$'),
    logo       bytea not null,
    changed_by text not null,
    changed_at timestamptz not null
);
select guard_by_client('client_brand');
