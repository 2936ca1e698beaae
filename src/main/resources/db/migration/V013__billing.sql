create function is_kept_for_ever() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted: add a correcting row', tg_table_name;
end $$;

-- Law and custom as dated rows: valid_* says when it applies, recorded_at since when we know it. House data.
create table billing_rule (
    id            bigint generated always as identity primary key,
    jurisdiction  text not null,
    rule_code     text not null,
    valid_from    date not null,
    valid_to      date,
    value         text not null,
    unit          text not null,
    source        text not null,
    status        text not null check (status in ('VERIFIED', 'UNVERIFIED')),
    approved_by_1 text,
    approved_by_2 text,
    recorded_at   timestamptz not null,
    check (status = 'UNVERIFIED' or approved_by_1 <> approved_by_2)
);
create index billing_rule_code on billing_rule (jurisdiction, rule_code, recorded_at desc);
create trigger kept before update or delete or truncate on billing_rule
    for each statement execute function is_kept_for_ever();

insert into billing_rule (jurisdiction, rule_code, valid_from, value, unit, source, status, recorded_at) values
    ('IN', 'gst-rate', '2017-07-01', '18', 'percent', 'Notification 11/2017-Central Tax (Rate)', 'UNVERIFIED', '2026-01-01Z'),
    ('IN', 'sac/data-entry', '2017-07-01', '998595', 'SAC', 'GST classification scheme: specialised office support', 'UNVERIFIED', '2026-01-01Z'),
    ('IN', 'sac/call-center', '2017-07-01', '998593', 'SAC', 'GST classification scheme: telephone-based support', 'UNVERIFIED', '2026-01-01Z'),
    ('IN', 'sac/finance', '2017-07-01', '998222', 'SAC', 'GST classification scheme: accounting and bookkeeping', 'UNVERIFIED', '2026-01-01Z'),
    ('IN', 'sac/hr', '2017-07-01', '998512', 'SAC', 'GST classification scheme: permanent placement', 'UNVERIFIED', '2026-01-01Z'),
    ('IN', 'sac/it-helpdesk', '2017-07-01', '998313', 'SAC', 'GST classification scheme: IT consulting and support', 'UNVERIFIED', '2026-01-01Z'),
    ('IN', 'sac/reporting', '2017-07-01', '998598', 'SAC', 'GST classification scheme: other information services', 'UNVERIFIED', '2026-01-01Z');

-- One row per accepted unit, for ever. A correction is another row with the opposite quantity.
create table usage_event (
    id             uuid primary key,
    client_id      text not null references client,
    contract_id    text not null references contract,
    ticket_id      uuid references ticket,
    source         text not null,
    external_id    text not null,
    unit           text not null,
    quantity       numeric(18, 6) not null,
    agent          text,
    day            date not null,
    reason         text not null,
    payload_sha256 text not null,
    corrects_id    uuid unique references usage_event,
    recorded_at    timestamptz not null,
    unique (client_id, source, external_id)
);
create index usage_event_ticket on usage_event (ticket_id);
create index usage_event_contract on usage_event (contract_id, day);
create trigger kept before update or delete or truncate on usage_event
    for each statement execute function is_kept_for_ever();

-- Hours become billable when a timesheet entry is approved.
create table timesheet_entry (
    id          uuid primary key,
    client_id   text not null references client,
    ticket_id   uuid not null references ticket,
    agent       text not null,
    day         date not null,
    minutes     int not null check (minutes between 1 and 1440),
    entered_at  timestamptz not null,
    approved_by text check (approved_by <> agent),
    approved_at timestamptz
);
create index timesheet_entry_ticket on timesheet_entry (ticket_id);

-- Legal numbers have no gaps, so no sequence: the row is locked until the posting transaction ends. House data.
create table invoice_counter (
    entity      text not null,
    series      text not null,
    fiscal_year text not null,
    last        int not null,
    primary key (entity, series, fiscal_year)
);

create table invoice (
    id              uuid primary key,
    client_id       text not null references client,
    contract_id     text not null references contract,
    currency        text not null,
    period          date not null check (extract(day from period) = 1),
    state           text not null check (state in ('GATHERING', 'POSTED', 'SENT', 'PART_PAID', 'PAID', 'OVERDUE',
                                                   'DISPUTED', 'CREDITED')),
    number          text unique check (number ~ '^[A-Z1-9][A-Z0-9/-]{0,15}$'),
    invoice_date    date,
    due_date        date,
    posted_at       timestamptz,
    supply          text check (supply in ('INTRA_STATE', 'INTER_STATE', 'EXPORT_UNDER_LUT', 'EXPORT_WITH_TAX',
                                           'OUTSIDE_GST')),
    place_of_supply text,
    net             numeric(19, 4),
    cgst            numeric(19, 4),
    sgst            numeric(19, 4),
    igst            numeric(19, 4),
    round_off       numeric(19, 4) check (abs(round_off) < 100),
    total           numeric(19, 4) check (total > 0),
    words           text,
    notes           text[],
    rule_ids        bigint[],
    supplier        jsonb,
    recipient       jsonb,
    document_id     uuid,
    check (net + cgst + sgst + igst + round_off = total),
    check ((state = 'GATHERING') = (num_nonnulls(number, invoice_date, due_date, posted_at, supply, place_of_supply,
        net, cgst, sgst, igst, round_off, total, words, notes, rule_ids, supplier, recipient, document_id) = 0)),
    check (state = 'GATHERING' or num_nulls(number, invoice_date, due_date, posted_at, supply, place_of_supply, net,
        cgst, sgst, igst, round_off, total, words, notes, rule_ids, supplier, recipient, document_id) = 0)
);
create unique index invoice_gathering on invoice (contract_id, currency, period) where state = 'GATHERING';
create index invoice_client on invoice (client_id, number desc) where number is not null;
create index invoice_period on invoice (period, contract_id);

create table invoice_line (
    invoice_id  uuid not null references invoice,
    line        int not null,
    client_id   text not null references client,
    text        text not null,
    sac         text not null,
    quantity    numeric(18, 6) not null,
    unit        text not null,
    rate        numeric(24, 10) not null,
    exact       numeric(38, 15) not null,
    amount      numeric(19, 4) not null,
    tax_percent numeric(5, 2) not null,
    cgst        numeric(19, 4) not null,
    sgst        numeric(19, 4) not null,
    igst        numeric(19, 4) not null,
    primary key (invoice_id, line)
);

-- What was rated: exact and rounded, from which usage. Goes on the invoice that gathers when it is written.
create table charge (
    id          uuid primary key,
    client_id   text not null references client,
    contract_id text not null references contract,
    ticket_id   uuid references ticket,
    invoice_id  uuid not null references invoice,
    rate_id     text not null,
    period      date not null,
    revision    int not null,
    position    int not null,
    text        text not null,
    quantity    numeric(18, 6) not null,
    unit        text not null,
    rate        numeric(24, 10) not null,
    exact       numeric(38, 15) not null,
    amount      numeric(19, 4) not null,
    currency    text not null,
    usage_hash  text not null,
    written_at  timestamptz not null
);
create unique index charge_of_ticket on charge (ticket_id, revision, position) where ticket_id is not null;
create unique index charge_of_month on charge (contract_id, rate_id, period, revision, position) where ticket_id is null;
create index charge_invoice on charge (invoice_id);
create index charge_contract on charge (contract_id, period);
-- A charge may wait for the next invoice as long as its own is not posted; nothing else of it ever changes.
create function charge_holds() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'invoice_id' <> to_jsonb(old) - 'invoice_id' then
        raise exception 'a charge is never changed or deleted: write a correcting one';
    end if;
    if (select count(*) from invoice where id in (new.invoice_id, old.invoice_id) and state <> 'GATHERING') > 0 then
        raise exception 'the charge is on a posted invoice';
    end if;
    return new;
end $$;
create trigger holds before update or delete on charge for each row execute function charge_holds();
create trigger not_emptied before truncate on charge for each statement execute function is_kept_for_ever();

create table charge_usage (
    charge_id uuid not null references charge,
    usage_id  uuid not null unique references usage_event,
    client_id text not null references client,
    primary key (charge_id, usage_id)
);
create trigger kept before update or delete or truncate on charge_usage
    for each statement execute function is_kept_for_ever();

-- 20 % platform, 80 % agents (BILL-1). Our books: no client sees them.
create table payout_share (
    charge_id uuid not null references charge,
    kind      text not null check (kind in ('PLATFORM', 'AGENT')),
    payee     text not null,
    client_id text not null references client,
    units     numeric(18, 6) not null,
    amount    numeric(19, 4) not null,
    primary key (charge_id, kind, payee)
);
create index payout_share_payee on payout_share (payee, charge_id);
create trigger kept before update or delete or truncate on payout_share
    for each statement execute function is_kept_for_ever();

create function shares_add_up() returns trigger language plpgsql as $$
begin
    if new.amount <> (select coalesce(sum(amount), 0) from payout_share where charge_id = new.id) then
        raise exception 'the shares of charge % do not add up to %', new.id, new.amount;
    end if;
    return null;
end $$;
create constraint trigger shares_add_up after insert on charge deferrable initially deferred
    for each row execute function shares_add_up();

-- Lines + tax + round-off = total, and nothing moves after posting but the state, forwards.
create function invoice_holds() returns trigger language plpgsql as $$
declare
    lines record;
begin
    if tg_op = 'DELETE' then
        if old.state = 'GATHERING' then
            return old;
        end if;
        raise exception 'invoice % is posted and never deleted: credit it', old.number;
    end if;
    if old.state = 'GATHERING' and new.state not in ('GATHERING', 'POSTED') then
        raise exception 'an invoice is posted before it is %', new.state;
    end if;
    if old.state <> 'GATHERING' then
        if new.state in ('GATHERING', 'POSTED') and new.state <> old.state then
            raise exception 'invoice % is posted', old.number;
        end if;
        if to_jsonb(new) - 'state' <> to_jsonb(old) - 'state' then
            raise exception 'invoice % is posted and never changes: credit it', old.number;
        end if;
        return new;
    end if;
    if new.state = 'POSTED' then
        select coalesce(sum(amount), 0) as net, coalesce(sum(cgst), 0) as cgst, coalesce(sum(sgst), 0) as sgst,
               coalesce(sum(igst), 0) as igst
        into lines from invoice_line where invoice_id = new.id;
        if (new.net, new.cgst, new.sgst, new.igst) <> (lines.net, lines.cgst, lines.sgst, lines.igst) then
            raise exception 'the lines of invoice % do not add up', new.number;
        end if;
    end if;
    return new;
end $$;
create trigger holds before update or delete on invoice for each row execute function invoice_holds();

create function line_holds() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise exception 'a line of an invoice never changes: credit it';
    end if;
    if (select state from invoice where id = new.invoice_id) <> 'GATHERING' then
        raise exception 'the invoice of this line is posted: the line goes on the next';
    end if;
    return new;
end $$;
create trigger holds before insert or update or delete on invoice_line for each row execute function line_holds();
create trigger holds_late before insert on charge for each row execute function line_holds();
create trigger not_emptied before truncate on invoice for each statement execute function is_kept_for_ever();
create trigger lines_not_emptied before truncate on invoice_line for each statement execute function is_kept_for_ever();

select guard_by_client('usage_event');
select guard_by_client('timesheet_entry');
select guard_by_client('invoice');
select guard_by_client('invoice_line');
select guard_by_client('charge');
select guard_by_client('charge_usage');
select guard_by_client('payout_share');
create policy our_books on payout_share as restrictive
    using ((select current_setting('ticketingos.client', true)) = '*');
