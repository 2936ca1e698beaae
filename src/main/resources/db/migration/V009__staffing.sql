-- Our own people are no client's data, hence no policy; what names a client is guarded.
create table agent (
    login     text primary key,
    name      text not null,
    capacity  int not null check (capacity > 0),
    languages text[] not null,
    joined_on date not null
);

create table agent_skill (
    login text not null references agent,
    skill text not null,
    level int not null check (level between 1 and 5),
    primary key (login, skill)
);
create index agent_skill_skill on agent_skill (skill, login);

-- A shift is a weekly pattern: a work calendar that holds for a person from a day on.
create table shift (
    login       text not null references agent,
    valid_from  date not null,
    calendar_id text not null references work_calendar,
    primary key (login, valid_from)
);

create table absence (
    id      bigint generated always as identity primary key,
    login   text not null references agent,
    from_at timestamptz not null,
    to_at   timestamptz not null,
    reason  text not null,
    check (from_at < to_at)
);
create index absence_login on absence (login, to_at);

-- Agents who must not see a client's work, for example because they serve its competitor (SEC-1).
create table agent_wall (
    login     text not null references agent,
    client_id text not null references client,
    reason    text not null,
    primary key (login, client_id)
);
select guard_by_client('agent_wall');

-- Minutes within which four of five tickets of a kind are done; an empty category is the line's own figure.
create table handling_time (
    line        text not null,
    category    text not null default '',
    p80_minutes int not null check (p80_minutes > 0),
    primary key (line, category)
);
insert into handling_time (line, p80_minutes)
values ('data-entry', 25), ('call-center', 15), ('finance', 40), ('hr', 40), ('it-helpdesk', 30), ('reporting', 90);

-- Who knew this customer before, and when did a person last do something.
create index ticket_known on ticket (client_id, requester, owner);
create index ticket_event_person on ticket_event (actor, at) where actor <> 'system';
