-- Row-level security: a table with a client_id shows and takes only rows of the client in the setting
-- ticketingos.client; '*' is staff and the system, nothing set means nothing seen. Decision 0002.
create function guard_by_client(guarded regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format($policy$
        create policy by_client on %s
        using (client_id = (select current_setting('ticketingos.client', true))
               or (select current_setting('ticketingos.client', true)) = '*')
        with check (client_id = (select current_setting('ticketingos.client', true))
               or (select current_setting('ticketingos.client', true)) = '*')$policy$, guarded);
end $$;

create table client (
    id           text primary key,
    client_id    text generated always as (id) stored,
    name         text not null,
    address      text not null,
    country      text not null,
    state_code   text,
    tax_id       text,
    zone         text not null,
    locale       text not null,
    billing_mail text not null
);

create table client_domain (
    domain    text primary key,
    client_id text not null references client
);

create table contact (
    id        text primary key,
    client_id text not null references client,
    name      text not null,
    mail      text not null
);
create unique index contact_mail on contact (lower(mail));
create index contact_client on contact (client_id);

create table contract (
    id               text primary key,
    client_id        text not null references client,
    number           text not null,
    line             text not null,
    model            text not null,
    currency         text not null,
    sla_plan         text not null,
    calendar_id      text not null,
    sampling_percent int not null check (sampling_percent between 0 and 100),
    accuracy_target  numeric(7, 6) not null,
    accuracy_unit    text not null check (accuracy_unit in ('FIELD', 'DOCUMENT')),
    review_required  boolean not null,
    acceptance_days  int not null check (acceptance_days >= 0),
    reopen_days      int not null check (reopen_days >= 0),
    platform_share   numeric(5, 4) not null check (platform_share between 0 and 1),
    invoicing        text not null check (invoicing in ('PER_TICKET', 'MONTHLY')),
    valid_from       date not null,
    valid_until      date,
    unique (client_id, number)
);
create index contract_line on contract (client_id, line);

create table contract_rate (
    contract_id text not null references contract,
    client_id   text not null references client,
    rate_id     text not null,
    amount      numeric(18, 6) not null,
    unit        text not null,
    primary key (contract_id, rate_id)
);

select guard_by_client('client');
select guard_by_client('client_domain');
select guard_by_client('contact');
select guard_by_client('contract');
select guard_by_client('contract_rate');
