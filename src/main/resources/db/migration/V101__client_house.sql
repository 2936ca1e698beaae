-- The house itself owns what nobody could be found for yet.
select set_config('ticketingos.client', '*', true);
insert into client (id, name, address, country, zone, locale, billing_mail)
values ('house', 'Not yet known', '-', 'IN', 'Asia/Kolkata', 'en-IN', 'nobody@ticketingos.example');
