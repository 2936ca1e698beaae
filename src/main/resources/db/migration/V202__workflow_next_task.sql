-- What "Next" offered, what was taken without it, and what came of it: data for supervisors. Fairness (service desk
-- 3.3) is the mean of taken_p80 over the mean of offered_p80 of a person: who takes the easy ones is below 1.
create table work_offer (
    id          bigint generated always as identity primary key,
    ticket_id   uuid not null references ticket,
    client_id   text not null references client,
    task_id     text not null,
    step        text not null,
    login       text not null,
    at          timestamptz not null,
    how         text not null check (how in ('NEXT', 'PICKED')),
    reason      text not null,
    why         text not null,
    offered_p80 int,
    taken_p80   int,
    skipped_at  timestamptz,
    skip_reason text,
    skip_note   text,
    not_before  timestamptz
);
create index work_offer_person on work_offer (login, at);
create index work_offer_task on work_offer (task_id, login, id);
create index work_offer_skips on work_offer (skipped_at) where skipped_at is not null;
create index work_offer_not_again on work_offer (login, not_before) where not_before is not null;
select guard_by_client('work_offer');
