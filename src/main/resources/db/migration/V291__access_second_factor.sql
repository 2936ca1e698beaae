-- The second factor of log-ins (RFC 6238). No policy: it is asked for before anybody is somebody. The secret is sealed
-- with a key that is kept outside the database.
create table second_factor (
    login     text primary key references app_user,
    secret    bytea not null,
    since     timestamptz not null,
    last_step bigint not null,
    failed    int not null default 0,
    failed_at timestamptz
);

-- For whoever has lost the telephone. Only hashes; each works once.
create table recovery_code (
    login     text not null references second_factor on delete cascade,
    code_hash text not null,
    used_at   timestamptz,
    primary key (login, code_hash)
);

-- Roles whose people have to have one.
create table second_factor_demand (
    role        text primary key,
    demanded_by text not null,
    demanded_at timestamptz not null
);

-- What programs of people with a second factor log in with. Only the SHA-256 of the key is kept.
create table access_key (
    id         uuid primary key,
    login      text not null references second_factor on delete cascade,
    name       text not null,
    key_hash   text not null unique,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index access_key_login on access_key (login);
