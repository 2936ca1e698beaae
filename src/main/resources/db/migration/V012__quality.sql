-- One lottery per client, line and month (QMS-1). The key is secret until the month is over; its hash is not.
create table sample_frame (
    id        uuid primary key,
    client_id text not null references client,
    line      text not null,
    month     date not null,
    key       bytea not null,
    key_hash  text not null,
    opened_at timestamptz not null,
    unique (client_id, line, month)
);

-- Every ticket that came up for sampling, drawn or not: the population of its frame.
create table sample_unit (
    ticket_id    uuid primary key references ticket,
    client_id    text not null references client,
    frame_id     uuid not null references sample_frame,
    draw         text not null,
    rate_percent int not null check (rate_percent between 0 and 100),
    sampled      boolean not null,
    decided_at   timestamptz not null
);
create index sample_unit_frame on sample_unit (frame_id, ticket_id);

create table review (
    id             uuid primary key,
    ticket_id      uuid not null references ticket,
    client_id      text not null references client,
    round          int not null,
    line           text not null,
    reviewer       text not null,
    unit           text not null check (unit in ('FIELD', 'DOCUMENT')),
    inspected      int not null check (inspected >= 0),
    errors         int not null check (errors between 0 and inspected),
    critical       int not null check (critical between 0 and inspected),
    accuracy       numeric(9, 8) not null,
    upper_error    numeric(9, 8) not null,
    target         numeric(7, 6) not null,
    verdict        text not null check (verdict in ('PASSED', 'DEFECTS')),
    reasons        text not null,
    note           text not null,
    reviewed_at    timestamptz not null,
    unique (ticket_id, round)
);
create index review_line on review (client_id, line, reviewed_at);

create table defect (
    id               uuid primary key,
    ticket_id        uuid not null references ticket,
    client_id        text not null references client,
    defect_ticket_id uuid references ticket,
    item_id          uuid not null,
    field            text not null,
    found            text not null,
    expected         text not null,
    severity         text not null check (severity in ('MINOR', 'MAJOR', 'CRITICAL')),
    cause            text not null,
    found_by         text not null check (found_by in ('QA', 'CLIENT')),
    found_at         timestamptz not null,
    corrected_at     timestamptz
);
create index defect_ticket on defect (ticket_id, found_at);
create index defect_client on defect (client_id, found_at);

-- A ticket that was reopened is surveyed again; the latest counts.
create table survey (
    id             uuid primary key,
    ticket_id      uuid not null references ticket,
    client_id      text not null references client,
    token_hash     text not null unique,
    sent_at        timestamptz not null,
    answered_at    timestamptz,
    csat           int check (csat between 1 and 5),
    nps            int check (nps between 0 and 10),
    comment        text,
    recommendation text
);
create index survey_ticket on survey (ticket_id, sent_at);
create index survey_client on survey (client_id, answered_at);

select guard_by_client('sample_frame');
select guard_by_client('sample_unit');
select guard_by_client('review');
select guard_by_client('defect');
select guard_by_client('survey');
