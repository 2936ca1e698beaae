-- A link that decides in its reader's name is found by nobody: else its token could be guessed beginning by beginning.
create function without_links(content text) returns text language sql immutable parallel safe as $$
    select regexp_replace(content, '/(sign-off|survey|password)/[0-9A-Za-z_-]{16,}', '/\1/', 'g')
$$;

create or replace function remember_message_words() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.ticket_id is not null and new.state <> 'HELD'
       and (tg_op = 'INSERT' or old.state = 'HELD' or old.ticket_id is distinct from new.ticket_id) then
        perform add_ticket_words(new.ticket_id, without_links(new.author || ' ' || new.subject || ' ' || new.body),
                                 new.direction = 'NOTE');
    end if;
    return new;
end $$;

-- Pieces of a token that are too short to tell anything are words of the language, too.
select set_config('ticketingos.client', '*', true);
update ticket_text x set words = ts_delete(x.words, gone.pieces), our_words = ts_delete(x.our_words, gone.pieces)
from (select m.ticket_id, array_agg(distinct piece) as pieces
      from message m
      cross join lateral regexp_matches(m.body, '/(?:sign-off|survey|password)/([0-9A-Za-z_-]{16,})', 'g') link
      cross join lateral unnest(tsvector_to_array(search_words(link[1]))) piece
      where m.ticket_id is not null and length(piece) > 4
      group by m.ticket_id) gone
where gone.ticket_id = x.ticket_id;
