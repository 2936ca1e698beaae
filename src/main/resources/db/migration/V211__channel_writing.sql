-- What somebody writes and has not sent: one text a person, ticket and kind. It survives log-out and restart.
create table message_draft (
    ticket_id uuid not null references ticket,
    login     text not null,
    kind      text not null check (kind in ('REPLY', 'NOTE')),
    client_id text not null references client,
    recipient text not null default '',
    cc        text not null default '',
    body      text not null,
    documents uuid[] not null default '{}',
    seen      bigint not null,
    saved_at  timestamptz not null,
    primary key (ticket_id, login, kind)
);
select guard_by_client('message_draft');

-- HELD: written, may still be taken back; next_attempt_at says until when. Scheduled: waits for business hours, and is
-- taken back by itself when the client writes first.
alter table message add column cc text not null default '';
alter table message add column scheduled boolean not null default false;
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check
    check (state in ('RECEIVED', 'HELD', 'QUEUED', 'SENT', 'FAILED', 'AUTO'));
create index message_held on message (next_attempt_at) where state = 'HELD';
create index message_public on message (ticket_id, seq) where direction <> 'NOTE' and not automatic;
