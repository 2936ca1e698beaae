package org.ticketingos.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** The work of all tickets, item by item; every version of every field is kept. */
@Repository
@Transactional
public class WorkItems {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A new open item, after those the ticket has; one document is one item however often it is added. */
    public WorkItem add(TicketId ticket, String type, @Nullable UUID document) {
        Optional<WorkItem> known = document == null
                ? Optional.empty()
                : query("ticket_id = ? and document_id = ?", ticket.value(), document).stream().findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        UUID id = TicketId.next(clock.instant()).value();
        jdbc.sql("""
                        insert into work_item (id, ticket_id, client_id, position, type, document_id, state, created_at)
                        select :id, t.id, t.client_id,
                               1 + (select count(*) from work_item w where w.ticket_id = t.id),
                               :type, :document, 'OPEN', :at
                        from ticket t where t.id = :ticket""")
                .param("id", id)
                .param("type", type)
                .param("document", document)
                .param("at", Timestamp.from(clock.instant()))
                .param("ticket", ticket.value())
                .update();
        return get(id);
    }

    /** Keeps what was keyed; a field that is there no longer counts as taken out. */
    public void record(UUID item, String type, Map<String, String> fields, String agent) {
        WorkItem before = get(item);
        Map<String, String> all = new LinkedHashMap<>(fields);
        before.fields().keySet().forEach(name -> all.putIfAbsent(name, ""));
        int position = 0;
        int changed = 0;
        for (Map.Entry<String, String> field : all.entrySet()) {
            changed += keep(before, field.getKey(), field.getValue(), position++, agent);
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        update work_item set state = 'RECORDED', type = ?, reason = null, agent = ?, recorded_at = ?
                        where id = ?""")
                .params(type, agent, Timestamp.from(now), item)
                .update();
        if (before.recordedAt() == null) {
            tickets.record(new WorkRecorded(before.ticket(), 1, agent, now));
        } else {
            tickets.record(new WorkCorrected(before.ticket(), item, changed, agent, now));
        }
    }

    /** The item is no work: it is neither delivered nor charged. */
    public void reject(UUID item, String reason, String agent) {
        WorkItem before = get(item);
        jdbc.sql("update work_item set state = 'REJECTED', reason = ?, agent = ? where id = ?")
                .params(reason, agent, item)
                .update();
        tickets.record(new WorkRejected(before.ticket(), item, reason, agent, clock.instant()));
    }

    /** Gives a recorded item back to be keyed again, with the reason in one sentence. */
    public void reopen(UUID item, String reason) {
        WorkItem before = get(item);
        jdbc.sql("update work_item set state = 'OPEN', reason = ?, reopened = reopened + 1 where id = ?")
                .params(reason, item)
                .update();
        tickets.record(new WorkReopened(before.ticket(), item, reason, clock.instant()));
    }

    /** Puts one field right after a review; the earlier value stays in the versions. */
    public void correct(UUID item, String field, String value, String agent) {
        WorkItem before = get(item);
        if (!before.is(WorkItem.RECORDED)) {
            throw new TicketRefused("Only recorded work can be corrected; " + before.label() + " is not recorded.");
        }
        if (keep(before, field, value, before.fields().size(), agent) > 0) {
            tickets.record(new WorkCorrected(before.ticket(), item, 1, agent, clock.instant()));
        }
    }

    @Transactional(readOnly = true)
    public WorkItem get(UUID item) {
        return query("id = ?", item).stream()
                .findFirst()
                .orElseThrow(() -> new TicketRefused("There is no such item of work."));
    }

    /** All items of a ticket, in order. */
    @Transactional(readOnly = true)
    public List<WorkItem> of(TicketId ticket) {
        return query("ticket_id = ?", ticket.value());
    }

    /** Whether a document is the paper of one of the ticket's items. */
    @Transactional(readOnly = true)
    public boolean has(TicketId ticket, UUID document) {
        return jdbc.sql("select exists (select 1 from work_item where ticket_id = ? and document_id = ?)")
                .params(ticket.value(), document)
                .query(Boolean.class)
                .single();
    }

    /** Papers of a ticket's items that no reader has answered for yet, and how the reading of the others ended. */
    @Transactional(readOnly = true)
    public PapersRead papersRead(TicketId ticket) {
        return jdbc.sql("""
                        select count(*) filter (where d.status is null) as waiting,
                               count(*) filter (where d.status = 'READ') as read,
                               count(*) filter (where d.status <> 'READ') as unreadable
                        from work_item w join document d on d.id = w.document_id where w.ticket_id = ?""")
                .param(ticket.value())
                .query((row, n) -> new PapersRead(row.getInt("waiting"), row.getInt("read"), row.getInt("unreadable")))
                .single();
    }

    /** How many papers wait for the reader, were read, and could not be read. */
    public record PapersRead(int waiting, int read, int unreadable) {}

    /** All items a client's tickets brought from an instant until, not including, another. */
    @Transactional(readOnly = true)
    public List<WorkItem> received(ClientId client, Instant from, Instant until) {
        return query("client_id = ? and created_at >= ? and created_at < ?",
                client.value(), Timestamp.from(from), Timestamp.from(until));
    }

    /** Fields, without those of rows, that most of a client's latest 50 items of a type had. */
    @Transactional(readOnly = true)
    public List<String> usualFields(ClientId client, String type) {
        return jdbc.sql("""
                        with latest as (
                            select id from work_item
                            where client_id = ? and type = ? and state = 'RECORDED' order by created_at desc limit 50)
                        select f.name from work_field f join latest on latest.id = f.item_id
                        where f.value <> '' and f.name not like '%[%'
                        group by f.name having 2 * count(distinct f.item_id) >= (select count(*) from latest)
                        order by min(f.position), f.name""")
                .params(client.value(), type)
                .query(String.class)
                .list();
    }

    /** Why the item was rejected or given back. */
    @Transactional(readOnly = true)
    public Optional<String> reason(UUID item) {
        return jdbc.sql("select reason from work_item where id = ? and reason is not null")
                .param(item)
                .query(String.class)
                .optional();
    }

    /** How often the item was given back. */
    @Transactional(readOnly = true)
    public int reopened(UUID item) {
        return jdbc.sql("select reopened from work_item where id = ?").param(item).query(Integer.class).single();
    }

    /** Every value a field ever had, the oldest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(UUID item, String field) {
        return jdbc.sql("""
                        select version, value, agent, at from work_field
                        where item_id = ? and name = ? order by version""")
                .params(item, field)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getString("value"),
                        row.getString("agent"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** One value a field had; the empty string means taken out. */
    public record Version(int number, String value, String agent, Instant at) {}

    private int keep(WorkItem item, String name, String value, int position, String agent) {
        if (value.equals(item.fields().getOrDefault(name, ""))) {
            return 0;
        }
        return jdbc.sql("""
                        insert into work_field (item_id, client_id, name, version, position, value, agent, at)
                        select :item, :client, :name, coalesce(max(version), 0) + 1,
                               coalesce(min(position), :position), :value, :agent, :at
                        from work_field where item_id = :item and name = :name""")
                .param("item", item.id())
                .param("client", item.client().value())
                .param("name", name)
                .param("position", position)
                .param("value", value)
                .param("agent", agent)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private List<WorkItem> query(String condition, Object... values) {
        Map<UUID, Map<String, String>> fields = new LinkedHashMap<>();
        jdbc.sql("""
                        select f.item_id, f.name, f.value from (
                            select distinct on (item_id, name) * from work_field
                            where item_id in (select id from work_item where %s)
                            order by item_id, name, version desc) f
                        where f.value <> '' order by f.item_id, f.position, f.name""".formatted(condition))
                .params(List.of(values))
                .query(row -> {
                    fields.computeIfAbsent(row.getObject("item_id", UUID.class), id -> new LinkedHashMap<>())
                            .put(row.getString("name"), row.getString("value"));
                });
        List<WorkItem> items = new ArrayList<>();
        jdbc.sql("select * from work_item where %s order by ticket_id, position".formatted(condition))
                .params(List.of(values))
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Timestamp recordedAt = row.getTimestamp("recorded_at");
                    items.add(new WorkItem(
                            id,
                            new TicketId(row.getObject("ticket_id", UUID.class)),
                            new ClientId(row.getString("client_id")),
                            row.getInt("position"),
                            row.getString("type"),
                            row.getObject("document_id", UUID.class),
                            row.getString("state"),
                            Collections.unmodifiableMap(fields.getOrDefault(id, Map.of())),
                            row.getString("agent"),
                            recordedAt == null ? null : recordedAt.toInstant()));
                });
        return items;
    }
}
