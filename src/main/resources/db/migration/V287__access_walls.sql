-- Whoever is kept apart from a client, because of a competitor, sees nothing of it: the setting ticketingos.apart holds
-- the clients' ids, each between line feeds. Nothing set means nobody is kept apart.
create function guard_by_walls(guarded regclass) returns void language plpgsql as $$
begin
    execute format($policy$
        create policy by_walls on %s as restrictive
        using ((strpos((select current_setting('ticketingos.apart', true)), E'\n' || client_id || E'\n') > 0)
               is not true)$policy$, guarded);
end $$;

create or replace function guard_by_client(guarded regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format($policy$
        create policy by_client on %s
        using (client_id = (select current_setting('ticketingos.client', true))
               or (select current_setting('ticketingos.client', true)) = '*')
        with check (client_id = (select current_setting('ticketingos.client', true))
               or (select current_setting('ticketingos.client', true)) = '*')$policy$, guarded);
    perform guard_by_walls(guarded);
end $$;

-- What keeps people apart is not itself kept from them: they are asked for it at each call.
do $$
declare
    guarded regclass;
begin
    for guarded in select polrelid::regclass from pg_policy where polname = 'by_client' and polrelid <> 'agent_wall'::regclass loop
        perform guard_by_walls(guarded);
    end loop;
end $$;
