-- No policy: a log-in must be found before anybody is somebody. Screens list users to administrators only.
create table app_user (
    login     text primary key,
    name      text not null,
    mail      text not null,
    password  text not null,
    roles     text[] not null,
    client_id text references client,
    groups    text[] not null default '{}',
    active    boolean not null default true,
    check (('CLIENT' = any (roles)) = (client_id is not null))
);
