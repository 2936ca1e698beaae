-- Who wants to hear of a ticket, besides those who work on it.
create table ticket_watch (
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    login     text not null,
    added_by  text not null,
    at        timestamptz not null,
    primary key (ticket_id, login)
);
create index ticket_watch_login on ticket_watch (login);
select guard_by_client('ticket_watch');

-- What one person should know of a ticket. mailed_at: taken up into a mail, or never to be mailed.
create table notice (
    id        bigint generated always as identity primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    login     text not null,
    kind      text not null,
    sentence  text not null,
    at        timestamptz not null,
    read_at   timestamptz,
    mailed_at timestamptz
);
create index notice_login on notice (login, id desc);
create index notice_unread on notice (login) where read_at is null;
create index notice_to_mail on notice (login, at) where mailed_at is null and read_at is null;
select guard_by_client('notice');

-- About our people and clients' people, no client's data.
create table notice_setting (
    login       text primary key,
    mail        text not null check (mail in ('AT_ONCE', 'HOURLY', 'DAILY', 'NEVER')),
    quiet_from  time,
    quiet_until time,
    zone        text not null,
    check ((quiet_from is null) = (quiet_until is null))
);
