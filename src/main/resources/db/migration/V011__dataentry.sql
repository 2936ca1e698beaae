-- The client's own accounts; a keyed invoice is booked on one of them.
create table ledger_account (
    client_id text not null references client,
    code      text not null,
    name      text not null,
    primary key (client_id, code)
);

-- What accepted documents taught, per client: who its vendors are and where their invoices were booked.
create table vendor (
    client_id text not null references client,
    key       text not null,
    name      text not null,
    tax_id    text,
    currency  text,
    times     int not null,
    primary key (client_id, key)
);

create table vendor_ledger_history (
    client_id text not null references client,
    vendor    text not null,
    code      text not null,
    times     int not null,
    primary key (client_id, vendor, code)
);

-- The outbox to the ERP: one row per keyed document.
create table erp_posting (
    item_id    uuid primary key references work_item,
    ticket_id  uuid not null references ticket,
    client_id  text not null references client,
    key        text not null,
    revision   int not null default 1,
    state      text not null check (state in ('QUEUED', 'POSTED', 'REJECTED')),
    erp_number text,
    reason     text,
    at         timestamptz not null
);
create unique index erp_posting_once on erp_posting (key) where state in ('POSTED', 'QUEUED');
create index erp_posting_ticket on erp_posting (ticket_id);
create index erp_posting_queued on erp_posting (at) where state = 'QUEUED';

-- The built-in ERP: a ledger that takes each key once. An altered document is a new entry that replaces the old one.
create sequence ledger_number start 100001;

create table ledger_entry (
    number          text primary key,
    key             text not null unique,
    client_id       text not null references client,
    reference       uuid not null,
    replaces        text references ledger_entry,
    replaced_by     text,
    type            text not null,
    vendor          text not null,
    document_number text not null,
    document_date   date,
    code            text,
    currency        text,
    net             numeric(18, 2),
    tax             numeric(18, 2),
    total           numeric(18, 2),
    posted_at       timestamptz not null
);
create index ledger_entry_reference on ledger_entry (reference);
create index ledger_entry_client on ledger_entry (client_id, posted_at);

select guard_by_client('ledger_account');
select guard_by_client('vendor');
select guard_by_client('vendor_ledger_history');
select guard_by_client('erp_posting');
select guard_by_client('ledger_entry');
