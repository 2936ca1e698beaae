-- A holiday stands on one of three lists: of the country, of our site, of the client. A day may be on several.
alter table work_calendar_holiday
    add column list text not null default 'SITE' check (list in ('COUNTRY', 'SITE', 'CLIENT')),
    drop constraint work_calendar_holiday_pkey,
    add primary key (calendar_id, valid_from, day, list);

-- Who made a version, when and why. Once this row is there, hours and holidays of the version are sealed; it can go
-- again, and they with it, only until the day from which it holds.
create table work_calendar_version (
    calendar_id text not null references work_calendar,
    valid_from  date not null,
    made_by     text not null,
    made_at     timestamptz not null default now(),
    why         text not null,
    primary key (calendar_id, valid_from)
);
insert into work_calendar_version (calendar_id, valid_from, made_by, why)
select distinct calendar_id, valid_from, 'system', 'First set up' from work_calendar_block;

create or replace function calendar_is_superseded() returns trigger language plpgsql as $$
declare
    about work_calendar_version;
begin
    about.calendar_id := case when tg_op = 'INSERT' then new.calendar_id else old.calendar_id end;
    about.valid_from := case when tg_op = 'INSERT' then new.valid_from else old.valid_from end;
    if tg_op = 'UPDATE' or exists (select 1 from work_calendar_version v
                                   where v.calendar_id = about.calendar_id and v.valid_from = about.valid_from) then
        raise exception 'calendar % is never edited: add a version that holds from a later day', about.calendar_id;
    end if;
    return case when tg_op = 'INSERT' then new else old end;
end $$;
drop trigger never_edited on work_calendar_block;
create trigger never_edited before insert or update or delete on work_calendar_block
    for each row execute function calendar_is_superseded();
drop trigger never_edited on work_calendar_holiday;
create trigger never_edited before insert or update or delete on work_calendar_holiday
    for each row execute function calendar_is_superseded();

-- A version begins in the future; only a calendar that is just being made may have hours that hold already.
create function calendar_version_holds() returns trigger language plpgsql as $$
declare
    about text := case when tg_op = 'INSERT' then new.calendar_id else old.calendar_id end;
    since date := case when tg_op = 'INSERT' then new.valid_from else old.valid_from end;
    today date := (now() at time zone (select zone from work_calendar where id = about))::date;
begin
    if tg_op = 'UPDATE' or since <= today and (tg_op = 'DELETE' or exists (
            select 1 from work_calendar_version v where v.calendar_id = about and v.made_at < now())) then
        raise exception 'calendar % is never edited: add a version that holds from a later day', about;
    end if;
    return case when tg_op = 'INSERT' then new else old end;
end $$;
create trigger never_edited before insert or update or delete on work_calendar_version
    for each row execute function calendar_version_holds();
