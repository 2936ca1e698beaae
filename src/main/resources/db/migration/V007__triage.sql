-- What the classifier thought of a ticket, with all it takes to explain it, and what was then decided. Latest counts.
create table classification (
    id               uuid primary key,
    ticket_id        uuid not null references ticket,
    client_id        text not null references client,
    line             text not null,
    category         text not null,
    confidence       int not null check (confidence between 0 and 100),
    known            numeric(5, 4) not null,
    probabilities    jsonb not null,
    nearest          json not null, -- not jsonb: the order counts
    terms            text[] not null,
    mood             text not null,
    priority         text not null,
    priority_reasons text[] not null,
    asked_for        boolean not null,
    model_version    text not null,
    model_hash       text not null,
    text_hash        text not null,
    made_at          timestamptz not null,
    path             text check (path in ('AUTO', 'PERSON')),
    decided_by       text,
    decided_line     text,
    decided_category text,
    decided_at       timestamptz
);
create index classification_ticket on classification (ticket_id, made_at);
create index classification_line on classification (client_id, line, made_at);

-- Append-only: nothing learns but from here.
create table triage_correction (
    id            bigint generated always as identity primary key,
    ticket_id     uuid not null references ticket,
    client_id     text not null references client,
    old_line      text not null,
    old_category  text not null,
    new_line      text not null,
    new_category  text not null,
    corrected_by  text not null,
    corrected_at  timestamptz not null,
    model_version text not null,
    model_hash    text not null,
    text_hash     text not null
);
create index triage_correction_client on triage_correction (client_id, corrected_at);

-- A ticket whose kind a person has named, as its sentence vector; comparable only within one sentence model.
create table triage_example (
    ticket_id      uuid primary key references ticket,
    client_id      text not null references client,
    line           text not null,
    category       text not null,
    text_hash      text not null,
    vector         bytea not null,
    sentence_model text not null,
    named_by       text not null,
    named_at       timestamptz not null
);
create index triage_example_client on triage_example (client_id, line);

select guard_by_client('classification');
select guard_by_client('triage_correction');
select guard_by_client('triage_example');
