package org.ticketingos.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** All that was ever handed to clients, and what they said to it. */
@Repository
@Transactional
public class Deliverables {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final WorkItems items;
    private final Documents documents;
    private final DeliveryFiles files;
    private final Acceptance acceptance;
    private final Clock clock;

    Deliverables(
            JdbcClient jdbc,
            Tickets tickets,
            WorkItems items,
            Documents documents,
            DeliveryFiles files,
            Acceptance acceptance,
            Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.items = items;
        this.documents = documents;
        this.files = files;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /** Hands over what is recorded as a new round; while a round waits for its sign-off, that one again. */
    Deliverable deliver(TicketId ticketId) {
        Optional<Deliverable> pending = latest(ticketId).filter(Deliverable::isPending);
        if (pending.isPresent()) {
            return pending.get();
        }
        Ticket ticket = tickets.get(ticketId);
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        int round = 1 + of(ticketId).size();
        List<WorkItem> work = items.of(ticketId);
        List<DocumentRef> stored = files.write(ticket, round, work, now).stream()
                .map(file -> documents.store(
                        ticket.client(), "deliverable:" + id, file.name(), file.mediaType(), file.bytes()))
                .toList();
        int units = (int) work.stream().filter(item -> item.is(WorkItem.RECORDED)).count();
        Instant deemedAt = acceptance.deemedAt(ticket, now);
        jdbc.sql("""
                        insert into deliverable (id, ticket_id, client_id, round, state, units, content_hash,
                                                 delivered_at, remind_at, deemed_at)
                        values (?, ?, ?, ?, 'DELIVERED', ?, ?, ?, ?, ?)""")
                .params(id, ticketId.value(), ticket.client().value(), round, units, hash(stored), Timestamp.from(now),
                        Timestamp.from(acceptance.reminderAt(ticket, now)), Timestamp.from(deemedAt))
                .update();
        for (int i = 0; i < stored.size(); i++) {
            jdbc.sql("""
                            insert into deliverable_file (deliverable_id, client_id, position, document_id)
                            values (?, ?, ?, ?)""")
                    .params(id, ticket.client().value(), i, stored.get(i).id())
                    .update();
        }
        tickets.link(new Link(ticketId, "deliverable", id.toString(), "Delivery, round " + round));
        tickets.record(new Delivered(ticketId, round, units, hash(stored), now));
        return latest(ticketId).orElseThrow();
    }

    /**
     * Takes in what was decided on the round that waits.
     *
     * @param how as {@link DeliverableAccepted#how()}
     * @param by who decided; whoever opened a signed link stands there already and stays
     */
    void accept(TicketId ticketId, String how, String by, String comment) {
        Deliverable waiting = waiting(ticketId);
        decided(waiting, how.equals("SILENCE") ? Deliverable.DEEMED_ACCEPTED : Deliverable.ACCEPTED, by, comment);
        tickets.record(new DeliverableAccepted(ticketId, waiting.round(), units(waiting), how, clock.instant()));
    }

    void reject(TicketId ticketId, String by, String comment, List<ItemVerdict> verdicts) {
        Deliverable waiting = waiting(ticketId);
        decided(waiting, Deliverable.REJECTED, by, comment);
        for (ItemVerdict verdict : verdicts) {
            jdbc.sql("""
                            insert into item_verdict (deliverable_id, client_id, item_id, verdict, reason)
                            values (?, ?, ?, ?, ?)""")
                    .params(waiting.id(), waiting.client().value(), verdict.item(), verdict.verdict(), verdict.reason())
                    .update();
        }
        int wrong = (int) verdicts.stream().filter(ItemVerdict::isWrong).count();
        tickets.record(new DeliverableRejected(ticketId, waiting.round(), wrong, clock.instant()));
    }

    /** Units the client has accepted: those of the latest accepted round, so that rework never counts twice. */
    @Transactional(readOnly = true)
    public int acceptedUnits(TicketId ticketId) {
        return jdbc.sql("""
                        select units from deliverable where ticket_id = ? and state in ('ACCEPTED', 'DEEMED_ACCEPTED')
                        order by round desc limit 1""")
                .param(ticketId.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** All rounds of a ticket, the first one first. */
    @Transactional(readOnly = true)
    public List<Deliverable> of(TicketId ticketId) {
        return query("ticket_id = ? order by round", ticketId.value());
    }

    /** The latest 200 deliveries to a client, the newest first. */
    @Transactional(readOnly = true)
    public List<Deliverable> ofClient(ClientId client) {
        return query("client_id = ? order by delivered_at desc limit 200", client.value());
    }

    @Transactional(readOnly = true)
    public Optional<Deliverable> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Deliverable> latest(TicketId ticketId) {
        return query("ticket_id = ? order by round desc limit 1", ticketId.value()).stream().findFirst();
    }

    /** What the client said about single items when it rejected this delivery. */
    @Transactional(readOnly = true)
    public List<ItemVerdict> verdicts(UUID deliverable) {
        return jdbc.sql("select item_id, verdict, reason from item_verdict where deliverable_id = ? order by item_id")
                .param(deliverable)
                .query((row, n) -> new ItemVerdict(
                        row.getObject("item_id", UUID.class), row.getString("verdict"), row.getString("reason")))
                .list();
    }

    /** What the client wrote when it decided. */
    @Transactional(readOnly = true)
    public Optional<String> comment(UUID deliverable) {
        return jdbc.sql("select comment from deliverable where id = ? and comment <> ''")
                .param(deliverable)
                .query(String.class)
                .optional();
    }

    Instant remindAt(TicketId ticketId) {
        return time("remind_at", ticketId);
    }

    Instant deemedAt(TicketId ticketId) {
        return time("deemed_at", ticketId);
    }

    private Instant time(String column, TicketId ticketId) {
        return jdbc.sql("select " + column + " from deliverable where ticket_id = ? order by round desc limit 1")
                .param(ticketId.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private Deliverable waiting(TicketId ticketId) {
        return latest(ticketId)
                .filter(Deliverable::isPending)
                .orElseThrow(() -> new TicketRefused("Nothing waits for a sign-off on this ticket."));
    }

    private void decided(Deliverable waiting, String state, String by, String comment) {
        int changed = jdbc.sql("""
                        update deliverable
                        set state = ?, decided_at = ?, decided_by = coalesce(decided_by, ?), comment = ?
                        where id = ? and state = 'DELIVERED'""")
                .params(state, Timestamp.from(clock.instant()), by, comment, waiting.id())
                .update();
        if (changed == 0) {
            throw new TicketRefused("This delivery has been decided on already.");
        }
    }

    private int units(Deliverable deliverable) {
        return jdbc.sql("select units from deliverable where id = ?")
                .param(deliverable.id())
                .query(Integer.class)
                .single();
    }

    private List<Deliverable> query(String condition, Object value) {
        return jdbc.sql("select * from deliverable where " + condition)
                .param(value)
                .query(this::deliverable)
                .list();
    }

    private Deliverable deliverable(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Deliverable(
                id,
                new TicketId(row.getObject("ticket_id", UUID.class)),
                new ClientId(row.getString("client_id")),
                row.getInt("round"),
                row.getString("state"),
                row.getTimestamp("delivered_at").toInstant(),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decided_by"),
                files(id),
                row.getString("content_hash"));
    }

    private List<DocumentRef> files(UUID id) {
        return jdbc.sql("select document_id from deliverable_file where deliverable_id = ? order by position")
                .param(id)
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(document -> documents.find(document).stream())
                .toList();
    }

    private static String hash(List<DocumentRef> files) {
        String content =
                files.stream().map(file -> file.name() + " " + file.sha256()).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
