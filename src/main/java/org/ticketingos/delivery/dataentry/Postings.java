package org.ticketingos.delivery.dataentry;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Brings keyed documents into the books, each once, and remembers what the ERP said. */
@Repository
@Transactional
class Postings {

    static final String QUEUED = "QUEUED";
    static final String POSTED = "POSTED";
    static final String REJECTED = "REJECTED";

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Tickets tickets;
    private final Erp erp;
    private final Clock clock;

    Postings(JdbcClient jdbc, WorkItems items, Tickets tickets, Erp erp, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.tickets = tickets;
        this.erp = erp;
        this.clock = clock;
    }

    /**
     * How one document stands.
     *
     * @param revision of what was posted last; 1 before any correction
     * @param number the ERP's; null until posted
     * @param reason why it was refused; null unless it was
     */
    record Posting(
            UUID item, String key, int revision, String state, @Nullable String number, @Nullable String reason) {

        boolean is(String wanted) {
            return state.equals(wanted);
        }
    }

    /** Posts every recorded document of a ticket that is not in the books yet. */
    String post(TicketId ticket) {
        boolean refused = false;
        for (WorkItem item : items.of(ticket)) {
            if (item.is(WorkItem.RECORDED) && find(item.id()).filter(posting -> posting.is(POSTED)).isEmpty()) {
                refused |= !post(item);
            }
        }
        return refused ? REJECTED : POSTED;
    }

    /** A document corrected after it was posted goes to the books again, as a new revision. */
    void queue(WorkItem item) {
        Optional<Posting> posted = find(item.id()).filter(posting -> posting.is(POSTED));
        if (posted.isPresent()) {
            jdbc.sql("update erp_posting set state = 'QUEUED', revision = revision + 1, at = ? where item_id = ?")
                    .params(Timestamp.from(clock.instant()), item.id())
                    .update();
        }
    }

    /** Posts one correction that waits; false when none does. Several may run at once. */
    boolean postNextCorrection() {
        Optional<UUID> next = jdbc.sql("""
                        select item_id from erp_posting where state = 'QUEUED' order by at limit 1
                        for update skip locked""")
                .query(UUID.class)
                .optional();
        next.map(items::get).ifPresent(this::post);
        return next.isPresent();
    }

    Optional<Posting> find(UUID item) {
        return jdbc.sql("select * from erp_posting where item_id = ?")
                .param(item)
                .query((row, n) -> new Posting(
                        row.getObject("item_id", UUID.class),
                        row.getString("key"),
                        row.getInt("revision"),
                        row.getString("state"),
                        row.getString("erp_number"),
                        row.getString("reason")))
                .optional();
    }

    /** Documents of a ticket the books refused and that are still meant to go there. */
    List<Posting> refused(TicketId ticket) {
        return items.of(ticket).stream()
                .filter(item -> item.is(WorkItem.RECORDED))
                .flatMap(item -> find(item.id()).stream())
                .filter(posting -> posting.is(REJECTED))
                .toList();
    }

    private boolean post(WorkItem item) {
        Optional<Posting> before = find(item.id());
        int revision = before.map(Posting::revision).orElse(1);
        Entry entry = Entry.of(item, revision, revision == 1 ? null : before.map(Posting::key).orElse(null));
        Optional<String> duplicate = duplicate(item);
        Erp.Answer answer = duplicate.map(reason -> new Erp.Answer(false, reason)).orElseGet(() -> erp.post(entry));
        String key = answer.posted() ? entry.key() : before.map(Posting::key).orElse(entry.key());
        keep(item, key, revision, answer);
        if (answer.posted()) {
            tickets.record(new DocumentPosted(item.ticket(), item.id(), answer.text(), revision, clock.instant()));
        } else {
            tickets.record(new PostingRefused(item.ticket(), item.id(), answer.text(), clock.instant()));
        }
        return answer.posted();
    }

    private Optional<String> duplicate(WorkItem item) {
        String key = Entry.key(item);
        return jdbc.sql("""
                        select t.number, p.erp_number from erp_posting p join ticket t on t.id = p.ticket_id
                        where p.state in ('POSTED', 'QUEUED') and p.item_id <> ?
                              and (p.key = ? or p.key like ? escape '\\') limit 1""")
                .params(item.id(), key, escaped(key) + "#%")
                .query((row, n) -> "Duplicate: the same vendor, number and total is booked already from ticket "
                        + row.getString("number") + " as " + row.getString("erp_number") + ".")
                .optional();
    }

    private void keep(WorkItem item, String key, int revision, Erp.Answer answer) {
        jdbc.sql("""
                        insert into erp_posting (item_id, ticket_id, client_id, key, revision, state, erp_number,
                                                 reason, at)
                        values (:item, :ticket, :client, :key, :revision, :state, :number, :reason, :at)
                        on conflict (item_id) do update set
                            key = excluded.key, revision = excluded.revision, state = excluded.state, at = excluded.at,
                            erp_number = coalesce(excluded.erp_number, erp_posting.erp_number),
                            reason = excluded.reason""")
                .param("item", item.id())
                .param("ticket", item.ticket().value())
                .param("client", item.client().value())
                .param("key", key)
                .param("revision", revision)
                .param("state", answer.posted() ? POSTED : REJECTED)
                .param("number", answer.posted() ? answer.text() : null)
                .param("reason", answer.posted() ? null : answer.text())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static String escaped(String key) {
        return key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
