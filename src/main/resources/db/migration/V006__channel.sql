-- Everything said about a ticket, in, out or among ourselves. Without a ticket: kept aside, or mail to a client.
create table message (
    seq             bigint generated always as identity unique,
    id              uuid primary key,
    client_id       text not null references client,
    ticket_id       uuid references ticket,
    direction       text not null check (direction in ('IN', 'OUT', 'NOTE')),
    channel         text not null,
    external_id     text,
    mail_id         text,
    identity        text,
    content_hash    text,
    author          text not null,
    reply_to        text,
    recipient       text not null,
    subject         text not null,
    body            text not null,
    at              timestamptz not null,
    state           text not null check (state in ('RECEIVED', 'QUEUED', 'SENT', 'FAILED', 'AUTO')),
    reason          text not null default '',
    automatic       boolean not null default false,
    attempts        int not null default 0,
    next_attempt_at timestamptz not null
);
create unique index message_external on message (client_id, channel, external_id) where external_id is not null;
create unique index message_identity on message (client_id, identity) where identity is not null;
create index message_ticket on message (ticket_id, seq);
create index message_aside on message (client_id, seq) where ticket_id is null;
create index message_mail_id on message (mail_id) where mail_id is not null;
create index message_author on message (lower(author), at) where direction = 'IN';
create index message_recipient on message (lower(recipient), at) where direction = 'OUT';
create index message_queued on message (next_attempt_at) where state = 'QUEUED';

create table message_attachment (
    message_id  uuid not null references message,
    document_id uuid not null,
    client_id   text not null references client,
    position    int not null,
    primary key (message_id, document_id)
);

-- Scanners, ERP and monitoring that may open tickets although their mail says it was made by a machine.
create table machine_sender (
    client_id text not null references client,
    mail      text not null,
    primary key (client_id, mail)
);

-- Mail exactly as it came, committed before the mail server is told anything.
create table inbound_mail (
    id              bigint generated always as identity primary key,
    client_id       text not null default 'house' references client,
    mailbox         text not null,
    uidvalidity     bigint not null,
    uid             bigint not null,
    sha256          text not null,
    raw             bytea not null,
    fetched_at      timestamptz not null,
    flagged         boolean not null default false,
    state           text not null default 'NEW' check (state in ('NEW', 'PARSED', 'UNREADABLE', 'PARKED')),
    attempts        int not null default 0,
    next_attempt_at timestamptz not null,
    outcome         text,
    ticket_id       uuid references ticket,
    reason          text not null default '',
    unique (mailbox, uidvalidity, uid)
);
create index inbound_mail_sha256 on inbound_mail (mailbox, sha256);
create index inbound_mail_new on inbound_mail (next_attempt_at) where state = 'NEW';
create index inbound_mail_unflagged on inbound_mail (mailbox, uidvalidity) where not flagged;
create index inbound_mail_ticket on inbound_mail (ticket_id) where ticket_id is not null;

-- Keys of the house, made once. No client's data, hence no policy.
create table channel_secret (
    name   text primary key,
    secret bytea not null
);
insert into channel_secret (name, secret)
values ('ticket-token', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

select guard_by_client('message');
select guard_by_client('message_attachment');
select guard_by_client('machine_sender');
select guard_by_client('inbound_mail');
