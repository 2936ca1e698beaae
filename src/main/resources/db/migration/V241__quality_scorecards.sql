-- What only our own people may see: a client's log-in sees no row of these, not even of its own client.
create function guard_from_clients(guarded regclass) returns void language plpgsql as $$
begin
    execute format($policy$
        create policy staff_only on %s as restrictive
        using ((select current_setting('ticketingos.client', true)) = '*')
        with check ((select current_setting('ticketingos.client', true)) = '*')$policy$, guarded);
end $$;

-- A version is drafted by one person, put to use by another, and never changed afterwards (QMS-2).
create table scorecard (
    id           uuid primary key,
    client_id    text not null references client,
    line         text not null,
    version      int not null,
    name         text not null,
    drafted_by   text not null,
    drafted_at   timestamptz not null,
    active_from  timestamptz,
    active_until timestamptz,
    activated_by text,
    check (activated_by <> drafted_by),
    check ((active_from is null) = (activated_by is null)),
    unique (client_id, line, version)
);
create unique index scorecard_draft on scorecard (client_id, line) where active_from is null;
create unique index scorecard_active on scorecard (client_id, line)
    where active_from is not null and active_until is null;

-- The code stays the same from version to version; fatal names the track a failure is critical for.
create table scorecard_question (
    id           uuid primary key,
    scorecard_id uuid not null references scorecard,
    client_id    text not null references client,
    code         text not null,
    position     int not null,
    text         text not null,
    guidance     text not null,
    weight       int not null check (weight between 0 and 100),
    fatal        text check (fatal in ('CUSTOMER', 'BUSINESS', 'COMPLIANCE')),
    unique (scorecard_id, position)
);

-- What client and house agreed about reviews, newest row holds; without one nothing is looked at twice.
create table review_rules (
    client_id      text not null references client,
    line           text not null,
    set_at         timestamptz not null,
    set_by         text not null,
    dispute_days   int not null check (dispute_days between 0 and 90),
    second_percent int not null check (second_percent between 0 and 100),
    primary key (client_id, line, set_at)
);

-- A second look is a review of the same round at level 2.
alter table review add column level int not null default 1 check (level in (1, 2));
alter table review drop constraint review_ticket_id_round_key;
alter table review add constraint review_look unique (ticket_id, round, level);
create index review_reviewer on review (reviewer, reviewed_at);

alter table defect add column review_id uuid references review;
create index defect_review on defect (review_id);

-- Raw answers, kept as given.
create table review_check (
    review_id uuid not null references review,
    position  int not null,
    client_id text not null references client,
    item_id   uuid not null,
    field     text not null,
    label     text not null,
    value     text not null,
    correct   boolean not null,
    expected  text not null,
    severity  text,
    cause     text,
    primary key (review_id, position)
);
create table review_answer (
    review_id   uuid not null references review,
    question_id uuid not null references scorecard_question,
    client_id   text not null references client,
    mark        text not null check (mark in ('YES', 'PARTLY', 'NO', 'NA')),
    remark      text not null,
    primary key (review_id, question_id)
);
create table review_score (
    review_id    uuid primary key references review,
    client_id    text not null references client,
    scorecard_id uuid not null references scorecard,
    weighted     numeric(7, 6),
    failed       boolean not null
);

-- Whose work was looked at, as it was then.
create table review_keyer (
    agent       text not null,
    reviewed_at timestamptz not null,
    review_id   uuid not null references review,
    client_id   text not null references client,
    primary key (agent, reviewed_at, review_id)
);
create index review_keyer_review on review_keyer (review_id);

-- What calibration sessions agree on: the newest sentence about a field or a question holds.
create table guideline (
    id             uuid primary key,
    client_id      text not null references client,
    line           text not null,
    topic          text not null,
    text           text not null,
    calibration_id uuid,
    written_by     text not null,
    written_at     timestamptz not null
);
create index guideline_topic on guideline (client_id, line, topic, written_at desc);

-- An agent's word against a verdict, decided by another reviewer. Nothing of it is ever changed.
create table appeal (
    id        uuid primary key,
    ticket_id uuid not null references ticket,
    client_id text not null references client,
    review_id uuid not null unique references review,
    agent     text not null,
    reason    text not null,
    opened_at timestamptz not null
);
create index appeal_ticket on appeal (ticket_id, opened_at);
create index appeal_agent on appeal (agent, opened_at);
create table appeal_item (
    appeal_id   uuid not null references appeal,
    position    int not null,
    client_id   text not null references client,
    defect_id   uuid references defect,
    question_id uuid references scorecard_question,
    primary key (appeal_id, position),
    check ((defect_id is null) <> (question_id is null))
);
create table appeal_ruling (
    appeal_id  uuid not null,
    position   int not null,
    client_id  text not null references client,
    overturned boolean not null,
    reason     text not null,
    primary key (appeal_id, position),
    foreign key (appeal_id, position) references appeal_item
);
create table appeal_decision (
    appeal_id  uuid primary key references appeal,
    client_id  text not null references client,
    reviewer   text not null,
    overturned boolean not null,
    note       text not null,
    decided_at timestamptz not null
);

create index appeal_decision_reviewer on appeal_decision (reviewer, decided_at);

-- What an overturned verdict comes to instead; the newest row of a review stands.
create table review_correction (
    id           uuid primary key,
    review_id    uuid not null references review,
    client_id    text not null references client,
    appeal_id    uuid not null references appeal,
    errors       int not null check (errors >= 0),
    critical     int not null check (critical >= 0),
    accuracy     numeric(9, 8) not null,
    upper_error  numeric(9, 8) not null,
    weighted     numeric(7, 6),
    failed       boolean,
    corrected_at timestamptz not null
);
create index review_correction_review on review_correction (review_id, corrected_at desc);
create table defect_withdrawn (
    defect_id    uuid primary key references defect,
    client_id    text not null references client,
    appeal_id    uuid not null references appeal,
    withdrawn_at timestamptz not null
);

select guard_by_client('scorecard');
select guard_by_client('scorecard_question');
select guard_by_client('review_rules');
select guard_by_client('review_check');
select guard_by_client('review_answer');
select guard_by_client('review_score');
select guard_by_client('review_keyer');
select guard_by_client('guideline');
select guard_by_client('appeal');
select guard_by_client('appeal_item');
select guard_by_client('appeal_ruling');
select guard_by_client('appeal_decision');
select guard_by_client('review_correction');
select guard_by_client('defect_withdrawn');
select guard_from_clients('scorecard');
select guard_from_clients('scorecard_question');
select guard_from_clients('review_rules');
select guard_from_clients('review_check');
select guard_from_clients('review_answer');
select guard_from_clients('review_score');
select guard_from_clients('review_keyer');
select guard_from_clients('guideline');
select guard_from_clients('appeal');
select guard_from_clients('appeal_item');
select guard_from_clients('appeal_ruling');
select guard_from_clients('appeal_decision');

-- Which look of each round counts, with what an appeal has changed; raw rows stay as they were.
create view review_standing with (security_invoker = true) as
select r.id, r.ticket_id, r.client_id, r.round, r.level, r.line, r.reviewer, r.unit, r.inspected,
       coalesce(c.errors, r.errors) as errors, coalesce(c.critical, r.critical) as critical,
       coalesce(c.accuracy, r.accuracy) as accuracy, coalesce(c.upper_error, r.upper_error) as upper_error,
       r.target, r.verdict, r.note, r.reviewed_at, c.appeal_id,
       c.weighted as corrected_score, c.failed as corrected_failed
from review r
left join lateral (
    select * from review_correction c where c.review_id = r.id order by c.corrected_at desc limit 1) c on true
where not exists (
    select 1 from review higher
    where higher.ticket_id = r.ticket_id and higher.round = r.round and higher.level > r.level);

-- Appeals need somebody to decide them from the first day.
update app_user set groups = array_append(groups, 'second-level-reviewers')
where 'SUPERVISOR' = any (roles) and not 'second-level-reviewers' = any (groups);
