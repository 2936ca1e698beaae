-- Texts and bundles of acts prepared for many tickets. Null in client, line or role means "any"; a row without client
-- is ours and no client's person sees it.
create table canned_text (
    id         uuid primary key,
    client_id  text references client,
    line       text,
    role       text,
    title      text not null,
    body       text not null,
    archived   boolean not null default false,
    changed_by text not null,
    changed_at timestamptz not null
);
create index canned_text_client on canned_text (client_id, title);

create table macro (
    id         uuid primary key,
    client_id  text references client,
    line       text,
    role       text,
    title      text not null,
    kind       text check (kind in ('REPLY', 'NOTE')),
    body       text not null default '',
    priority   text,
    hand_to    text,
    form       text,
    answers    jsonb not null default '{}',
    archived   boolean not null default false,
    changed_by text not null,
    changed_at timestamptz not null
);
create index macro_client on macro (client_id, title);
select guard_by_client('canned_text');
select guard_by_client('macro');
