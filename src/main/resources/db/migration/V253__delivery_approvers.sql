-- Who signs off for a client, and how many of them have to accept. No row: any one person who may.
-- The contract says how many it takes at least.
alter table contract add column sign_off_least int not null default 1 check (sign_off_least between 1 and 20);

create table approval_rule (
    client_id  text primary key references client,
    needed     int not null check (needed between 1 and 20),
    changed_by text not null,
    changed_at timestamptz not null
);

create table approver (
    client_id text not null references client,
    position  int not null,
    name      text not null,
    mail      text not null,
    login     text references app_user,
    primary key (client_id, position)
);
create unique index approver_mail on approver (client_id, lower(mail));

-- The rule as it was when a round was delivered: a later change moves no open decision.
alter table deliverable add column needed int check (needed >= 1);
create table sign_off_seat (
    id             uuid primary key,
    deliverable_id uuid not null references deliverable,
    client_id      text not null references client,
    position       int not null,
    name           text not null,
    mail           text not null,
    login          text references app_user
);
create unique index sign_off_seat_mail on sign_off_seat (deliverable_id, lower(mail));

-- Evidence: every word given, for ever. The latest of each seat counts.
create table sign_off_vote (
    seq            bigint generated always as identity primary key,
    deliverable_id uuid not null references deliverable,
    client_id      text not null references client,
    seat_id        uuid references sign_off_seat,
    approver       text not null,
    identified     text not null check (identified in ('LOGIN', 'LINK')),
    verdict        text not null check (verdict in ('accept', 'reject')),
    comment        text not null,
    items          jsonb not null,
    content_hash   text not null,
    at             timestamptz not null
);
create index sign_off_vote_deliverable on sign_off_vote (deliverable_id, seq);
create trigger kept before update or delete or truncate on sign_off_vote
    for each statement execute function is_kept_for_ever();

alter table approval_token add column seat_id uuid references sign_off_seat;
create index approval_token_seat on approval_token (seat_id) where seat_id is not null;

select guard_by_client('approval_rule');
select guard_by_client('approver');
select guard_by_client('sign_off_seat');
select guard_by_client('sign_off_vote');
