-- Several reviewers judge the same work without seeing each other (QMS-3). Nothing here counts for accuracy or money.
create table calibration (
    id              uuid primary key,
    client_id       text not null references client,
    line            text not null,
    title           text not null,
    leader          text not null,
    sample_key      text not null,
    population      int not null,
    population_hash text not null,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    note            text not null default ''
);
create index calibration_opened on calibration (opened_at desc);

create table calibration_rater (
    calibration_id uuid not null references calibration,
    login          text not null,
    client_id      text not null references client,
    finished_at    timestamptz,
    primary key (calibration_id, login)
);
create index calibration_rater_login on calibration_rater (login);

create table calibration_item (
    id             uuid primary key,
    calibration_id uuid not null references calibration,
    position       int not null,
    client_id      text not null references client,
    ticket_id      uuid not null references ticket,
    unique (calibration_id, position)
);

-- What is judged, as it stood when the session was made.
create table calibration_point (
    id       uuid primary key,
    item_id  uuid not null references calibration_item,
    position int not null,
    client_id text not null references client,
    kind     text not null check (kind in ('FIELD', 'QUESTION')),
    topic    text not null,
    label    text not null,
    value    text not null,
    guidance text not null,
    weight   int not null,
    fatal    boolean not null,
    unique (item_id, position)
);

create table calibration_answer (
    point_id  uuid not null references calibration_point,
    login     text not null,
    client_id text not null references client,
    answer    text not null,
    expected  text not null,
    remark    text not null,
    primary key (point_id, login)
);

create table calibration_agreed (
    point_id  uuid primary key references calibration_point,
    client_id text not null references client,
    answer    text not null,
    guidance  text not null,
    agreed_by text not null,
    agreed_at timestamptz not null
);

select guard_by_client('calibration');
select guard_by_client('calibration_rater');
select guard_by_client('calibration_item');
select guard_by_client('calibration_point');
select guard_by_client('calibration_answer');
select guard_by_client('calibration_agreed');
select guard_from_clients('calibration');
select guard_from_clients('calibration_rater');
select guard_from_clients('calibration_item');
select guard_from_clients('calibration_point');
select guard_from_clients('calibration_answer');
select guard_from_clients('calibration_agreed');
