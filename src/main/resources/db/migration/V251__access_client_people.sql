-- What a client's people may do within their company; whoever could log in before keeps what they could do.
alter table app_user add column client_roles text[] not null default '{}';
alter table app_user add column sees_company boolean not null default false;
alter table app_user add column sees_invoices boolean not null default false;
-- A BCP 47 tag; null until the person has chosen.
alter table app_user add column language text;
-- Counts changes that running sessions must notice: rights, password, switched off.
alter table app_user add column stamp int not null default 0;
update app_user set client_roles = '{ADMINISTRATOR,APPROVER,REQUESTER}', sees_company = true, sees_invoices = true
where client_id is not null;
alter table app_user add check (client_id is not null or cardinality(client_roles) = 0);
create index app_user_client on app_user (client_id) where client_id is not null;
create index app_user_mail on app_user (lower(mail));

-- One-time links to set a password. Only the SHA-256 of the token is kept.
create table password_link (
    token_hash text primary key,
    login      text not null references app_user,
    purpose    text not null check (purpose in ('INVITE', 'RESET')),
    made_by    text not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_link_login on password_link (login);
