create index ticket_clock_board on ticket_clock (ticket_id) include (client_id, state, warn_at, due_at)
    where state in ('RUNNING', 'PAUSED');
create view insight_clock with (security_invoker = true) as
    select ticket_id, client_id, kind, state, warn_at, due_at, start_by from ticket_clock;
