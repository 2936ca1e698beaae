-- Search also finds words of messages, papers and form fields, and words that were mistyped. Words are kept without
-- punctuation ("SPM/2026/0391" is three words in a row), our notes apart from what a client's person may find.
create extension if not exists pg_trgm;

-- The same and the words of our notes: for our own people.
alter table ticket_text add column our_words tsvector not null default '';
create index ticket_text_our_words on ticket_text using gin (our_words);

-- Every word once a client, for typing errors; numbers are not spelled wrong. Closed like ticket_text: what one client
-- wrote must not be proposed to another.
create table search_word (
    word       text not null,
    client_id  text not null references client,
    inner_only boolean not null,
    primary key (word, client_id)
);
create index search_word_alike on search_word using gin (word gin_trgm_ops);
do $$ begin
    if exists (select 1 from pg_roles where rolname = 'ticketingos_app') then
        revoke all on search_word from ticketingos_app;
    end if;
end $$;

create function search_words(content text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', regexp_replace(left(content, 20000), '[^[:alnum:]]+', ' ', 'g'))
$$;

create function remember_words(client text, said tsvector, ours boolean) returns void language sql
    set search_path = public, pg_temp as $$
    insert into search_word (word, client_id, inner_only)
    select word, client, ours from unnest(tsvector_to_array(said)) word
    where length(word) between 4 and 30 and word !~ '[0-9]'
    order by word
    on conflict (word, client_id) do update set inner_only = false
        where search_word.inner_only and not excluded.inner_only
$$;

-- A ticket with more words than fit into one row keeps what it has: it is found by these, and nothing breaks.
create or replace function add_ticket_words(ticket uuid, content text, ours boolean) returns void language plpgsql
    security definer set search_path = public, pg_temp as $$
declare
    said tsvector := search_words(content);
    client text;
begin
    update ticket_text set
        words = case when ours or length(words) > 30000 then words else words || said end,
        our_words = case when length(our_words) > 30000 then our_words else our_words || said end
    where ticket_id = ticket returning client_id into client;
    if client is not null then
        perform remember_words(client, said, ours);
    end if;
exception when program_limit_exceeded then
    null;
end $$;
drop function add_ticket_words(uuid, text);

create or replace function remember_ticket_words() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
declare
    said tsvector := search_words(new.number || ' ' || new.subject || ' ' || new.requester);
begin
    insert into ticket_text (ticket_id, client_id, words, our_words) values (new.id, new.client_id, said, said);
    perform remember_words(new.client_id, said, false);
    return new;
end $$;

create function remember_message_words() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.ticket_id is not null and new.state <> 'HELD'
       and (tg_op = 'INSERT' or old.state = 'HELD' or old.ticket_id is distinct from new.ticket_id) then
        perform add_ticket_words(new.ticket_id, new.author || ' ' || new.subject || ' ' || new.body,
                                 new.direction = 'NOTE');
    end if;
    return new;
end $$;
create trigger message_words after insert or update of state, ticket_id on message
    for each row execute function remember_message_words();

create function page_text(words jsonb) returns text language sql immutable parallel safe as $$
    select coalesce(string_agg(word ->> 0, ' ' order by place), '')
    from jsonb_array_elements(case when jsonb_typeof(words) = 'array' then words else '[]' end)
        with ordinality one (word, place)
$$;

create function remember_page_words() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    what text := (select about from document where id = new.document_id);
begin
    if new.words is not null and what ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        perform add_ticket_words(what::uuid, page_text(new.words), false);
    end if;
    return new;
end $$;
create trigger document_page_words after insert or update of words on document_page
    for each row execute function remember_page_words();

create function remember_field_words() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform add_ticket_words((select ticket_id from work_item where id = new.item_id), new.value, false);
    return new;
end $$;
create trigger work_field_words after insert on work_field
    for each row when (new.value <> '') execute function remember_field_words();

-- Our people also find by our notes. Each query is planned for its own words: rare ones along the index of words,
-- frequent ones along the newest tickets.
create or replace function find_tickets(query tsquery, before uuid, most int) returns setof uuid language plpgsql stable
    security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
    if current_setting('ticketingos.client', true) = '*' then
        return query
            select t.ticket_id from ticket_text t
            where t.our_words @@ query and (before is null or t.ticket_id < before)
            order by t.ticket_id desc limit most;
    else
        return query
            select t.ticket_id from ticket_text t
            where t.words @@ query and (before is null or t.ticket_id < before)
              and t.client_id = current_setting('ticketingos.client', true)
            order by t.ticket_id desc limit most;
    end if;
end $$;

-- Words in sight that begin with the typed one, or, when none does, that look like it.
create function similar_words(typed text) returns setof text language plpgsql stable
    security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    mine text := current_setting('ticketingos.client', true);
begin
    if exists (select 1 from search_word w where w.word >= typed and w.word < typed || chr(1114111)
               and (mine = '*' or w.client_id = mine and not w.inner_only)) then
        return;
    end if;
    return query
        select alike.word from (
            select distinct w.word, similarity(w.word, typed) as likeness from search_word w
            where w.word % typed and (mine = '*' or w.client_id = mine and not w.inner_only)) alike
        order by alike.likeness desc, alike.word limit 20;
end $$;

select set_config('ticketingos.client', '*', true);
update ticket_text set words = search_words(t.number || ' ' || t.subject || ' ' || t.requester),
                       our_words = search_words(t.number || ' ' || t.subject || ' ' || t.requester)
from ticket t where t.id = ticket_text.ticket_id;
do $$
declare
    one record;
begin
    for one in select t.client_id, x.words from ticket t join ticket_text x on x.ticket_id = t.id loop
        perform remember_words(one.client_id, one.words, false);
    end loop;
    for one in select ticket_id, author || ' ' || subject || ' ' || body as content, direction = 'NOTE' as ours
               from message where ticket_id is not null order by ticket_id, seq loop
        perform add_ticket_words(one.ticket_id, one.content, one.ours);
    end loop;
    for one in select d.about, p.words from document d join document_page p on p.document_id = d.id
               where p.words is not null and d.about ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' loop
        perform add_ticket_words(one.about::uuid, page_text(one.words), false);
    end loop;
    for one in select i.ticket_id, f.value from work_field f join work_item i on i.id = f.item_id where f.value <> '' loop
        perform add_ticket_words(one.ticket_id, one.value, false);
    end loop;
end $$;
