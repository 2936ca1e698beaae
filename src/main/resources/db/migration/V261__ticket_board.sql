-- The supervisor's board counts open requests in one pass over this index alone, whatever it is narrowed to.
create index ticket_board on ticket (id) include (client_id, line, queue, stage)
    where closed_at is null and kind = 'REQUEST';
create index ticket_arrived on ticket (received_at) where kind = 'REQUEST';
create index ticket_finished on ticket (closed_at) where kind = 'REQUEST' and closed_at is not null;
-- Whose row has not changed for longest comes first; whether a person did something else to it, its history says.
create index ticket_untouched on ticket (updated_at) where closed_at is null and kind = 'REQUEST';
