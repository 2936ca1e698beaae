-- Mail kept aside that a person has looked at and does not want worked on. The message itself stays.
create table message_dropped (
    message_id uuid primary key references message,
    client_id  text not null references client,
    reason     text not null,
    by_login   text not null,
    at         timestamptz not null
);
select guard_by_client('message_dropped');
