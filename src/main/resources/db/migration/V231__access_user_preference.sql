-- What a person has set up for themselves, on every computer they sit at. No data of a client: no client_id, no policy.
create table user_preference (
    login text not null references app_user on delete cascade,
    name  text not null check (length(name) between 1 and 80),
    value text not null check (length(value) <= 4000),
    primary key (login, name)
);
