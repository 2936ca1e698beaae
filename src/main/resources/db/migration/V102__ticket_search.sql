-- Full-text search. Operators of text search are not leakproof, so under a row policy their index is never used.
-- Hence this table has no policy and the application cannot touch it; the two functions below are the only way in,
-- and the reading one applies the client itself. Decision 0002.
create table ticket_text (
    ticket_id uuid primary key references ticket,
    client_id text not null references client,
    words     tsvector not null
);
create index ticket_text_words on ticket_text using gin (words);
do $$ begin
    if exists (select 1 from pg_roles where rolname = 'ticketingos_app') then
        revoke all on ticket_text from ticketingos_app;
    end if;
end $$;

create function remember_ticket_words() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    insert into ticket_text (ticket_id, client_id, words)
    values (new.id, new.client_id,
            setweight(to_tsvector('simple', new.number || ' ' || new.subject), 'A')
                || to_tsvector('simple', new.requester));
    return new;
end $$;
create trigger ticket_words after insert on ticket for each row execute function remember_ticket_words();

-- Adds words of a message or a paper to its ticket; at most 1,000 lexemes' worth of text each.
create function add_ticket_words(ticket uuid, content text) returns void language sql security definer
    set search_path = public, pg_temp as $$
    update ticket_text set words = words || to_tsvector('simple', left(content, 20000)) where ticket_id = ticket
$$;

create function find_tickets(query tsquery, before uuid, most int) returns setof uuid language sql stable
    security definer set search_path = public, pg_temp as $$
    select ticket_id from ticket_text
    where words @@ query
      and (before is null or ticket_id < before)
      and (current_setting('ticketingos.client', true) = '*'
           or client_id = current_setting('ticketingos.client', true))
    order by ticket_id desc
    limit most
$$;

create index ticket_newest on ticket (id desc) where kind = 'REQUEST';
create index ticket_status on ticket (status, id desc) where kind = 'REQUEST';
create index ticket_line on ticket (line, id desc) where kind = 'REQUEST';
