create index ticket_client_open on ticket (client_id) where closed_at is null and kind = 'REQUEST';
create index invoice_client_unpaid on invoice (client_id, due_date) where state in ('POSTED', 'SENT', 'PART_PAID', 'OVERDUE');
