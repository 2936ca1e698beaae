-- What speaks for and against the sender of a mail; null where it was not mail or came before this was looked at.
alter table message
    add column spf text,
    add column dkim text,
    add column dmarc text,
    add column looks_like text,
    add column answers_to text,
    add column bank_change boolean not null default false;

create index contact_domain on contact (lower(split_part(mail, '@', 2)));
