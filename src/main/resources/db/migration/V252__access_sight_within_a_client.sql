-- Within a client some people see only what they asked for themselves, and only some see invoices. The settings
-- ticketingos.requester ('*', or log-in name and mail address of one person) and ticketingos.invoices ('*' or nothing)
-- narrow what ticketingos.client shows. Nothing set means nothing more is seen.
create policy of_requester on ticket as restrictive
    using ((select current_setting('ticketingos.client', true)) = '*'
           or (select current_setting('ticketingos.requester', true)) = '*'
           or lower(requester) = any (select unnest(string_to_array(
                   current_setting('ticketingos.requester', true), E'\n'))));
create index ticket_requester on ticket (client_id, lower(requester), id desc);

create function guard_by_requester(guarded regclass) returns void language plpgsql as $$
begin
    execute format($policy$
        create policy of_requester on %s as restrictive
        using ((select current_setting('ticketingos.client', true)) = '*'
               or (select current_setting('ticketingos.requester', true)) = '*'
               or ticket_id in (select id from ticket))$policy$, guarded);
end $$;

select guard_by_requester('ticket_event');
select guard_by_requester('ticket_link');
select guard_by_requester('ticket_clock');
select guard_by_requester('message');
select guard_by_requester('inbox_item');
select guard_by_requester('work_item');
select guard_by_requester('deliverable');
select guard_by_requester('survey');
select guard_by_requester('review');
select guard_by_requester('defect');

create policy of_requester on document as restrictive
    using ((select current_setting('ticketingos.client', true)) = '*'
           or (select current_setting('ticketingos.requester', true)) = '*'
           or about in (select id::text from ticket)
           or about in (select 'deliverable:' || id from deliverable)
           or about like 'invoice:%');

create function guard_invoices(guarded regclass) returns void language plpgsql as $$
begin
    execute format($policy$
        create policy of_payers on %s as restrictive
        using ((select current_setting('ticketingos.client', true)) = '*'
               or (select current_setting('ticketingos.invoices', true)) = '*')$policy$, guarded);
end $$;

select guard_invoices('invoice');
select guard_invoices('invoice_line');
select guard_invoices('charge');
select guard_invoices('charge_usage');
create policy of_payers on document as restrictive
    using (about not like 'invoice:%'
           or (select current_setting('ticketingos.client', true)) = '*'
           or (select current_setting('ticketingos.invoices', true)) = '*');
