-- How a ticket's open clocks stand is kept beside it, so that the board counts all open tickets in one pass over one
-- index: when the first running clock falls due, when the first one warns, whether one is paused.
alter table ticket
    add column clock_due    timestamptz,
    add column clock_warn   timestamptz,
    add column clock_paused boolean not null default false;

-- The ticket is locked before its clocks are read, so that of two who change two clocks of it at once the later one
-- reads what the earlier one wrote.
create function ticket_follows_clocks() returns trigger language plpgsql as $$
declare
    about uuid := coalesce(new.ticket_id, old.ticket_id);
begin
    perform 1 from ticket where id = about for no key update;
    update ticket t set clock_due = k.due, clock_warn = k.warn, clock_paused = k.paused
    from (select min(due_at) filter (where state = 'RUNNING') as due,
                 min(warn_at) filter (where state = 'RUNNING') as warn,
                 coalesce(bool_or(state = 'PAUSED'), false) as paused
          from ticket_clock where ticket_id = about) k
    where t.id = about
      and (t.clock_due, t.clock_warn, t.clock_paused) is distinct from (k.due, k.warn, k.paused);
    return null;
end $$;
create trigger ticket_follows after insert or delete on ticket_clock
    for each row execute function ticket_follows_clocks();
create trigger ticket_follows_change after update on ticket_clock for each row
    when ((old.state, old.due_at, old.warn_at) is distinct from (new.state, new.due_at, new.warn_at))
    execute function ticket_follows_clocks();

select set_config('ticketingos.client', '*', true);
update ticket t set clock_due = k.due, clock_warn = k.warn, clock_paused = k.paused
from (select ticket_id, min(due_at) filter (where state = 'RUNNING') as due,
             min(warn_at) filter (where state = 'RUNNING') as warn, bool_or(state = 'PAUSED') as paused
      from ticket_clock where state in ('RUNNING', 'PAUSED') group by ticket_id) k
where k.ticket_id = t.id;

drop index ticket_board;
create index ticket_board on ticket (id)
    include (client_id, line, queue, stage, clock_due, clock_warn, clock_paused)
    where closed_at is null and kind = 'REQUEST';
drop index ticket_clock_board;

-- When a person last touched a ticket is one look into this index.
create index ticket_event_touched on ticket_event (ticket_id, at) where actor <> 'system';
