create table document (
    id            uuid primary key,
    client_id     text not null references client,
    about         text not null,
    name          text not null,
    original_name text not null,
    media_type    text not null,
    size          bigint not null check (size >= 0),
    sha256        text not null check (length(sha256) = 64),
    content       bytea not null,
    stored_at     timestamptz not null,
    page_count    int not null default 0,
    status        text check (status in ('READ', 'UNREADABLE', 'ENCRYPTED', 'UNSUPPORTED', 'TOO_LARGE')),
    reason        text not null default '',
    unique (client_id, about, sha256)
);
-- Scans are compressed already.
alter table document alter column content set storage external;
create index document_about on document (about, stored_at);

create table document_page (
    document_id uuid not null references document,
    client_id   text not null references client,
    number      int not null check (number > 0),
    width       int not null default 0,
    height      int not null default 0,
    ocr         boolean not null default false,
    words       jsonb,
    unread      text not null default '',
    image       bytea,
    primary key (document_id, number)
);
alter table document_page alter column image set storage external;

-- One row a request, deleted by the transaction that stores the answer; a crash leaves it for the next reader.
create table document_request (
    id          bigint generated always as identity primary key,
    document_id uuid not null references document,
    client_id   text not null references client,
    size        bigint not null,
    asked_at    timestamptz not null,
    not_before  timestamptz not null,
    attempts    int not null default 0
);
create index document_request_queue on document_request (not_before);
create index document_request_document on document_request (document_id);

select guard_by_client('document');
select guard_by_client('document_page');
select guard_by_client('document_request');
