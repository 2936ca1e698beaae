-- The inbox stands in slack order (service desk 3.3): breached first, then least time until the latest start that
-- still meets the target, then priority, age, id. What lists filter and sort by is copied from the ticket by triggers,
-- so that a list of 100,000 reads this table and nothing else.
alter table inbox_item drop column sort_at;
alter table inbox_item
    add column number        text,
    add column number_value  bigint,
    add column subject       text,
    add column client_name   text,
    add column line          text,
    add column category      text,
    add column priority      text,
    add column priority_rank smallint,
    add column mood          text,
    add column stage         text,
    add column status        text,
    add column owner         text,
    add column channel       text,
    add column requester     text,
    add column received_at   timestamptz,
    add column p80_minutes   int,
    add column start_by      timestamptz,
    add column paused        boolean not null default false,
    add column breached      boolean not null default false,
    add column band          smallint,
    add column slack_at      timestamptz,
    add column work          jsonb not null default '{}',
    add column version       int not null default 0;

-- Band 0: a promise is broken. Band 1: time runs, or no clock has been set yet. Band 2: every clock is paused; nothing
-- can break, so these come last. Without a clock a request stands as if it had to be begun within four hours of its
-- arrival (SLA-1, critical), lest what nobody has looked at is looked at last.
create function inbox_item_stands() returns trigger language plpgsql as $$
begin
    new.priority_rank := case new.priority when 'CRITICAL' then 0 when 'HIGH' then 1 when 'LOW' then 3 else 2 end;
    new.breached := new.breached and new.due_at is not null and not new.paused;
    new.band := case when new.breached then 0 when new.paused then 2 else 1 end;
    new.slack_at := coalesce(new.start_by, new.due_at,
        case when new.paused then new.received_at else new.received_at + interval '4 hours' end);
    return new;
end $$;

-- Values of the ticket's recorded work by field name, each as a list of its distinct values in order of the items.
create function work_of_ticket(ticket uuid) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(name, vals), '{}') from (
        select name, jsonb_agg(value order by place) as vals from (
            select f.name, f.value, min(w.position) as place
            from work_item w join work_field f on f.item_id = w.id
            where w.ticket_id = ticket and w.state = 'RECORDED' and f.value <> '' and f.name not like '%[%'
              and f.version = (select max(l.version) from work_field l where l.item_id = f.item_id and l.name = f.name)
            group by f.name, f.value) one
        group by name) alls
$$;

create function inbox_item_arrives() returns trigger language plpgsql as $$
begin
    select t.number, substr(t.number, 3)::bigint, t.subject, c.name, t.line, t.category, t.priority, t.mood, t.stage,
           t.status, t.owner, t.channel, t.requester, t.received_at
    into new.number, new.number_value, new.subject, new.client_name, new.line, new.category, new.priority, new.mood,
         new.stage, new.status, new.owner, new.channel, new.requester, new.received_at
    from ticket t join client c on c.id = t.client_id where t.id = new.ticket_id;
    new.p80_minutes := (select p80_minutes from handling_time h
                        where h.line = new.line and h.category in ('', coalesce(new.category, ''))
                        order by h.category desc limit 1);
    new.work := work_of_ticket(new.ticket_id);
    return new;
end $$;
create trigger a_arrives before insert on inbox_item for each row execute function inbox_item_arrives();
create trigger b_stands before insert or update on inbox_item for each row execute function inbox_item_stands();

create function inbox_follows_ticket() returns trigger language plpgsql as $$
begin
    update inbox_item set subject = new.subject, line = new.line, category = new.category, priority = new.priority,
        mood = new.mood, stage = new.stage, status = new.status, owner = new.owner, requester = new.requester,
        p80_minutes = (select p80_minutes from handling_time h
                       where h.line = new.line and h.category in ('', coalesce(new.category, ''))
                       order by h.category desc limit 1)
    where ticket_id = new.id;
    return null;
end $$;
create trigger inbox_follows after update on ticket for each row
    when ((old.subject, old.line, old.category, old.priority, old.mood, old.stage, old.status, old.owner, old.requester)
          is distinct from
          (new.subject, new.line, new.category, new.priority, new.mood, new.stage, new.status, new.owner, new.requester))
    execute function inbox_follows_ticket();

create function inbox_follows_client() returns trigger language plpgsql as $$
begin
    update inbox_item set client_name = new.name where client_id = new.id;
    return null;
end $$;
create trigger inbox_follows after update of name on client for each row
    when (old.name is distinct from new.name) execute function inbox_follows_client();

create function inbox_follows_work() returns trigger language plpgsql as $$
begin
    update inbox_item i set work = work_of_ticket(i.ticket_id)
    where i.ticket_id in (select w.ticket_id from fresh join work_item w on w.id = fresh.item_id);
    return null;
end $$;
create trigger inbox_follows after insert on work_field referencing new table as fresh
    for each statement execute function inbox_follows_work();

-- Steps that are open while the product is upgraded; which promises are broken is looked at after the start.
select set_config('ticketingos.client', '*', true);
update inbox_item i set
    number = t.number, number_value = substr(t.number, 3)::bigint, subject = t.subject, client_name = c.name,
    line = t.line, category = t.category, priority = t.priority, mood = t.mood, stage = t.stage, status = t.status,
    owner = t.owner, channel = t.channel, requester = t.requester, received_at = t.received_at,
    p80_minutes = (select p80_minutes from handling_time h
                   where h.line = t.line and h.category in ('', coalesce(t.category, ''))
                   order by h.category desc limit 1),
    start_by = (select min(k.start_by) from ticket_clock k where k.ticket_id = t.id and k.state = 'RUNNING'),
    paused = exists (select 1 from ticket_clock k where k.ticket_id = t.id and k.state = 'PAUSED')
        and not exists (select 1 from ticket_clock k where k.ticket_id = t.id and k.state = 'RUNNING'),
    work = work_of_ticket(t.id)
from ticket t, client c where t.id = i.ticket_id and c.id = t.client_id;

-- Each order a list may have is one index per queue; what is mine is few enough to be sorted.
create index inbox_item_free on inbox_item (queue, band, slack_at, priority_rank, received_at, task_id)
    where assignee is null;
create index inbox_item_slack on inbox_item (queue, band, slack_at, priority_rank, received_at, task_id);
create index inbox_item_mine on inbox_item (assignee, band, slack_at, priority_rank, received_at, task_id);
create index inbox_item_received on inbox_item (queue, received_at, task_id);
create index inbox_item_due on inbox_item (queue, (coalesce(due_at, timestamptz '9999-01-01 00:00:00+00')), task_id);
create index inbox_item_priority on inbox_item (queue, priority_rank, received_at, task_id);
create index inbox_item_client on inbox_item (queue, client_name, received_at, task_id);
create index inbox_item_number on inbox_item (queue, number_value, task_id);
-- Which promises break next.
create index inbox_item_to_break on inbox_item (due_at) where not breached and not paused;
