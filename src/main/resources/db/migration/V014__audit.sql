-- One hash chain per client. Rows come, none goes or changes; whoever owns the table is refused too.
create table audit_entry (
    client_id     text not null references client,
    seq           bigint not null check (seq > 0),
    at            timestamptz not null,
    actor         text not null,
    event         text not null,
    ticket_id     uuid,
    event_seq     bigint,
    payload       jsonb not null,
    previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (client_id, seq)
);
create index audit_entry_ticket on audit_entry (ticket_id, seq) where ticket_id is not null;

-- A signed root over the first entries of a chain. A copy is kept outside the database.
create table audit_checkpoint (
    client_id text not null references client,
    size      bigint not null check (size > 0),
    root      text not null check (root ~ '^[0-9a-f]{64}$'),
    frontier  text[] not null,
    at        timestamptz not null,
    key_id    text not null,
    signature text not null,
    primary key (client_id, size)
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only: % of % is refused', lower(tg_op), tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger append_only before update or delete or truncate on audit_checkpoint
    for each statement execute function audit_is_append_only();

-- Whoever was given rights on all tables keeps two of them here.
do $$
declare
    other record;
begin
    for other in
        select distinct r.rolname as grantee, c.oid::regclass as name
        from pg_class c cross join lateral aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
        where c.oid in ('audit_entry'::regclass, 'audit_checkpoint'::regclass) and a.grantee <> c.relowner
    loop
        execute format('revoke update, delete, truncate on %s from %I', other.name, other.grantee);
    end loop;
end $$;

select guard_by_client('audit_entry');
select guard_by_client('audit_checkpoint');
