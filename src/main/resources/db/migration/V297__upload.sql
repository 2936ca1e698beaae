-- What a client hands in at one go: collected file by file, then sent as one request.
create table upload (
    id           uuid primary key,
    client_id    text not null references client,
    requester    text not null,
    made_by      text not null,
    key          text not null,
    subject      text not null,
    body         text not null,
    service_line text,
    priority     text,
    channel      text not null check (channel in ('portal', 'api')),
    at           timestamptz not null,
    ticket_id    uuid references ticket,
    sent_at      timestamptz,
    unique (client_id, made_by, key),
    check ((ticket_id is null) = (sent_at is null))
);
create index upload_client on upload (client_id, id desc);
create index upload_ticket on upload (ticket_id) where ticket_id is not null;

-- known: the content had reached us before and is not taken again; document_id is then the earlier one.
-- again: it is taken although it is known, because a person wants so.
create table upload_item (
    upload_id   uuid not null references upload on delete cascade,
    client_id   text not null references client,
    position    int not null,
    name        text not null,
    sha256      text not null check (length(sha256) = 64),
    document_id uuid not null references document,
    known       boolean not null,
    again       boolean not null,
    primary key (upload_id, position),
    unique (upload_id, sha256)
);
create index upload_item_document on upload_item (document_id);

select guard_by_client('upload');
select guard_by_client('upload_item');

create policy of_requester on upload as restrictive
    using ((select current_setting('ticketingos.client', true)) = '*'
           or (select current_setting('ticketingos.requester', true)) = '*'
           or lower(requester) = any (select unnest(string_to_array(
                   current_setting('ticketingos.requester', true), E'\n'))));
create policy of_requester on upload_item as restrictive
    using ((select current_setting('ticketingos.client', true)) = '*'
           or (select current_setting('ticketingos.requester', true)) = '*'
           or upload_id in (select id from upload));

-- As before, and what is being collected.
drop policy of_requester on document;
create policy of_requester on document as restrictive
    using ((select current_setting('ticketingos.client', true)) = '*'
           or (select current_setting('ticketingos.requester', true)) = '*'
           or about in (select id::text from ticket)
           or about in (select 'deliverable:' || id from deliverable)
           or about in (select 'upload:' || id from upload)
           or about like 'invoice:%');
