#!/bin/sh
# Two roles: the owner makes tables, the application only works with them and is bound by row-level security.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -U postgres <<'SQL'
create role ticketingos_owner login password :'owner';
create role ticketingos_app login password :'app';
create database ticketingos owner ticketingos_owner;
\connect ticketingos
alter default privileges for role ticketingos_owner grant select, insert, update, delete on tables to ticketingos_app;
alter default privileges for role ticketingos_owner grant usage, select on sequences to ticketingos_app;
SQL
