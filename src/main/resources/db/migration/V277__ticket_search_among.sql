-- Search can be asked which of some tickets have the words: where a filter leaves few tickets, these are looked at
-- instead of everything that has a frequent word. Without "among" as before.
drop function find_tickets(tsquery, uuid, int);
create function find_tickets(query tsquery, before uuid, most int, among uuid[]) returns setof uuid language plpgsql
    stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
    if current_setting('ticketingos.client', true) = '*' then
        return query
            select t.ticket_id from ticket_text t
            where t.our_words @@ query and (before is null or t.ticket_id < before)
              and (among is null or t.ticket_id = any (among))
            order by t.ticket_id desc limit most;
    else
        return query
            select t.ticket_id from ticket_text t
            where t.words @@ query and (before is null or t.ticket_id < before)
              and (among is null or t.ticket_id = any (among))
              and t.client_id = current_setting('ticketingos.client', true)
            order by t.ticket_id desc limit most;
    end if;
end $$;
