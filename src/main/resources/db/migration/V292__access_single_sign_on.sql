-- Who somebody is at the provider of single sign-on. Found once by a verified mail address, kept from then on, so that
-- an address that passes to another person later opens nothing.
create table user_subject (
    issuer    text not null,
    subject   text not null,
    login     text not null references app_user,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (login, issuer)
);
