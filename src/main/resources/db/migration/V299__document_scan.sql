-- Whether a file was checked for viruses. OFF: it came while no scanner was set, or is our own work.
alter table document add column scan text not null default 'OFF' check (scan in ('OFF', 'WAITING', 'CLEAN', 'INFECTED'));
-- INFECTED: the signature's name. WAITING: why the last try came to nothing.
alter table document add column scan_finding text not null default '';
alter table document add column scan_after timestamptz;
create index document_to_scan on document (scan_after) where scan = 'WAITING';
create index document_infected on document (stored_at) where scan = 'INFECTED';
create index work_item_open on work_item (ticket_id, position) where state = 'OPEN';

create or replace view paper_standing with (security_invoker = true) as
select d.id as document_id, d.client_id, d.about, d.name, d.media_type, d.size, d.stored_at, d.sha256,
       t.id as ticket_id, t.number,
       s.state,
       case s.state when 'NOT_WORKED' then coalesce(w.reason, '')
                    when 'RETURNED' then coalesce(v.reason, '')
                    when 'CANNOT_BE_READ' then d.reason
                    when 'DOUBTFUL' then case when w.state = 'OPEN' and w.reason is not null then '' else d.reason end
                    else '' end as reason,
       case when s.state = 'DOUBTFUL' and w.state = 'OPEN' then coalesce(w.reason, '')
            when s.state in ('KEPT_APART', 'UNCHECKED') then d.scan_finding
            else '' end as house_reason
from document d
join ticket t on t.id = case when d.about ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then d.about::uuid end
left join work_item w on w.document_id = d.id and w.ticket_id = t.id
left join lateral (select x.id, x.state, x.delivered_at from deliverable x
                   where x.ticket_id = t.id order by x.round desc limit 1) r on true
left join item_verdict v on v.deliverable_id = r.id and v.item_id = w.id
cross join lateral (select case
    when d.scan = 'INFECTED' then 'KEPT_APART'
    when t.status = 'WITHDRAWN' then 'WITHDRAWN'
    when d.scan = 'WAITING' then 'UNCHECKED'
    when w.state = 'REJECTED' then 'NOT_WORKED'
    when v.verdict = 'wrong' and (w.recorded_at is null or w.recorded_at <= r.delivered_at) then 'RETURNED'
    when w.state = 'RECORDED' and w.recorded_at <= r.delivered_at and r.state = 'DELIVERED' then 'DELIVERED'
    when w.state = 'RECORDED' and w.recorded_at <= r.delivered_at and r.state <> 'REJECTED' then 'ACCEPTED'
    when w.state = 'RECORDED' then 'ENTERED'
    when w.state is null and t.closed_at is not null then 'FINISHED'
    when w.state = 'OPEN' and w.reason is not null then 'DOUBTFUL'
    when w.state = 'OPEN' and t.stage = 'PROCESS' and t.owner is not null
         and w.position = (select o.position from work_item o where o.ticket_id = t.id and o.state = 'OPEN'
                           order by o.position limit 1)
        then 'BEING_WORKED'
    when d.status is null and exists (select 1 from document_request q where q.document_id = d.id) then 'BEING_READ'
    when d.status is null then 'RECEIVED'
    when d.status <> 'READ' then 'CANNOT_BE_READ'
    when d.reason <> '' then 'DOUBTFUL'
    else 'READ' end as state) s;
