-- A caller's key with the answer it got, written together with what the call did (architecture, chapter 7).
create table api_request (
    login      text not null,
    key        text not null,
    hash       text not null,
    status     int,
    answer     jsonb,
    created_at timestamptz not null default now(),
    primary key (login, key)
);
create index api_request_age on api_request (created_at);
