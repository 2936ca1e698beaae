package org.ticketingos.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/** All tickets. Each verb changes one, says so in its history, and tells whoever listens, in one transaction. */
@Repository
@Transactional
public class Tickets {

    private final JdbcClient jdbc;
    private final History history;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Tickets(JdbcClient jdbc, History history, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Opens a ticket. Does not say so yet: the door stores message and papers first, then calls {@link #received}. */
    public Ticket open(NewTicket request) {
        TicketId id = TicketId.next(clock.instant());
        jdbc.sql("""
                        insert into ticket (id, number, client_id, kind, parent_id, subject, channel, requester, line,
                                            priority, stage, status, next_action, received_at, updated_at)
                        values (:id, 'T-' || nextval('ticket_number'), :client, :kind, :parent, :subject, :channel,
                                :requester, :line, :priority, 'REQUEST', 'NEW', 'Find out what this is', :at, :at)""")
                .param("id", id.value())
                .param("client", request.client().value())
                .param("kind", request.kind())
                .param("parent", request.parent() == null ? null : request.parent().value())
                .param("subject", request.subject())
                .param("channel", request.channel())
                .param("requester", request.requester())
                .param("line", request.line() == null ? null : request.line().code())
                .param("priority", (request.priority() == null ? Priority.NORMAL : request.priority()).name())
                .param("at", Timestamp.from(request.receivedAt()))
                .update();
        return get(id);
    }

    /** Says that the ticket is complete at the door; its process starts. */
    public void received(TicketId id) {
        Ticket ticket = get(id);
        record(new TicketReceived(id, ticket.client(), ticket.channel(), ticket.receivedAt()));
    }

    /** Keeps an event in the history and tells whoever listens. */
    public RecordedEvent record(TicketEvent event) {
        RecordedEvent recorded = history.append(event);
        publisher.publishEvent(recorded);
        publisher.publishEvent(event);
        return recorded;
    }

    public void classify(TicketId id, ServiceLine line, String category, Priority priority, String mood, String by) {
        jdbc.sql("""
                        update ticket set line = ?, category = ?, priority = ?, mood = ?, updated_at = ?,
                                          version = version + 1 where id = ?""")
                .params(line.code(), category, priority.name(), mood, now(), id.value())
                .update();
        record(new TicketClassified(id, line, category, priority, mood, by, clock.instant()));
    }

    /** The spine has reached a stage. */
    public void enter(TicketId id, Stage stage) {
        jdbc.sql("""
                        update ticket set stage = ?, status = ?, next_action = ?, updated_at = ?,
                                          version = version + 1 where id = ?""")
                .params(stage.name(), status(stage).name(), nextAction(stage), now(), id.value())
                .update();
        record(new StageEntered(id, stage, clock.instant()));
    }

    /** Gives the ticket to a queue and, if owner is not null, to one person, with the reason in one sentence. */
    public void assign(TicketId id, String queue, @Nullable String owner, String reason) {
        jdbc.sql("""
                        update ticket set queue = ?, owner = ?, assignment_reason = ?, updated_at = ?,
                                          version = version + 1 where id = ?""")
                .params(queue, owner, reason, now(), id.value())
                .update();
        record(new TicketAssigned(id, queue, owner, reason, clock.instant()));
    }

    public void changePriority(TicketId id, Priority to, String reason) {
        Priority from = get(id).priority();
        if (from == to) {
            return;
        }
        jdbc.sql("update ticket set priority = ?, updated_at = ?, version = version + 1 where id = ?")
                .params(to.name(), now(), id.value())
                .update();
        record(new PriorityChanged(id, from, to, reason, clock.instant()));
    }

    public void entitle(TicketId id, String contractId) {
        jdbc.sql("update ticket set contract_id = ?, version = version + 1 where id = ?")
                .params(contractId, id.value())
                .update();
    }

    /** What happens next, in one sentence for people. */
    public void nextAction(TicketId id, String sentence) {
        jdbc.sql("update ticket set next_action = ? where id = ?")
                .params(sentence, id.value())
                .update();
    }

    /** Refused while a ticket it waits for is open, whoever asks (GATE-4). */
    public void close(TicketId id, String resolution, Instant openUntil) {
        refuseWhileOthersAreOpen(id);
        String status = resolution.startsWith("withdrawn") ? "WITHDRAWN" : "CLOSED";
        jdbc.sql("""
                        update ticket set status = ?, closed_at = ?, resolution = ?, open_until = ?,
                                          next_action = 'Nothing: closed', updated_at = ?, version = version + 1
                        where id = ?""")
                .params(status, now(), resolution, Timestamp.from(openUntil), now(), id.value())
                .update();
        record(new TicketClosed(id, resolution, openUntil, clock.instant()));
    }

    private void refuseWhileOthersAreOpen(TicketId id) {
        List<String> open = jdbc.sql("""
                        select t.number from ticket_link l join ticket t on t.number = l.target
                        where l.ticket_id in (select with_merged(:id)) and l.relation in ('child', 'depends-on')
                          and t.closed_at is null and t.id not in (select with_merged(:id)) order by t.id""")
                .param("id", id.value())
                .query(String.class)
                .list();
        if (!open.isEmpty()) {
            throw new TicketRefused("%s cannot close yet: it waits for %s."
                    .formatted(get(id).number(), String.join(", ", open)));
        }
    }

    public void withdraw(TicketId id, String reason) {
        Ticket ticket = get(id);
        if (!ticket.isOpen()) {
            throw new TicketRefused("The ticket is closed already.");
        }
        if (ticket.status() == Status.MERGED) {
            throw new TicketRefused(ticket.nextAction() + ". Withdraw that one, or undo the merge first.");
        }
        record(new TicketWithdrawn(id, reason, clock.instant()));
    }

    public void reopen(TicketId id, String reason) {
        jdbc.sql("""
                        update ticket set status = 'IN_PROGRESS', closed_at = null, resolution = null,
                                          open_until = null, updated_at = ?, version = version + 1 where id = ?""")
                .params(now(), id.value())
                .update();
        record(new TicketReopened(id, reason, clock.instant()));
    }

    public void link(Link link) {
        int added = jdbc.sql("""
                        insert into ticket_link (ticket_id, client_id, relation, target, label)
                        select id, client_id, ?, ?, ? from ticket where id = ? on conflict do nothing""")
                .params(link.relation(), link.target(), link.label(), link.ticketId().value())
                .update();
        if (added > 0) {
            record(new TicketsLinked(link.ticketId(), link.relation(), link.target(), clock.instant()));
        }
    }

    @Transactional(readOnly = true)
    public List<Link> links(TicketId id) {
        return jdbc.sql("select * from ticket_link where ticket_id = ? order by id")
                .param(id.value())
                .query((row, n) -> new Link(
                        id, row.getString("relation"), row.getString("target"), row.getString("label")))
                .list();
    }

    @Transactional(readOnly = true)
    public Ticket get(TicketId id) {
        return find(id).orElseThrow(() -> new TicketRefused("There is no such ticket."));
    }

    @Transactional(readOnly = true)
    public Optional<Ticket> find(TicketId id) {
        return jdbc.sql("select * from ticket where id = ?")
                .param(id.value())
                .query(Tickets::ticket)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Ticket> find(TicketNumber number) {
        return jdbc.sql("select * from ticket where number = ?")
                .param(number.value())
                .query(Tickets::ticket)
                .optional();
    }

    /** Everything that happened, oldest first. */
    @Transactional(readOnly = true)
    public List<RecordedEvent> history(TicketId id) {
        return history.of(id);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static Status status(Stage stage) {
        return switch (stage) {
            case REQUEST, CLASSIFY, VALIDATE, ASSIGN -> Status.NEW;
            case PROCESS, QUALITY_CHECK, DEFECT_LOGGING -> Status.IN_PROGRESS;
            case APPROVAL -> Status.AWAITING_CLIENT;
            case INVOICE_BILLING, CLOSURE -> Status.BILLING;
        };
    }

    static String nextAction(Stage stage) {
        return switch (stage) {
            case REQUEST, CLASSIFY -> "Find out what this is";
            case VALIDATE -> "Find the contract and start the clocks";
            case ASSIGN -> "Find the right person";
            case PROCESS -> "Do the work";
            case QUALITY_CHECK -> "Check the quality";
            case DEFECT_LOGGING -> "Correct the defects";
            case APPROVAL -> "Client accepts or rejects";
            case INVOICE_BILLING -> "Charge the work";
            case CLOSURE -> "Client answers the survey";
        };
    }

    /** Maps a row of the table ticket. */
    static Ticket ticket(ResultSet row, int n) throws SQLException {
        String line = row.getString("line");
        return new Ticket(
                new TicketId(row.getObject("id", UUID.class)),
                new TicketNumber(row.getString("number")),
                new ClientId(row.getString("client_id")),
                row.getString("kind"),
                id(row.getObject("parent_id", UUID.class)),
                row.getString("subject"),
                row.getString("channel"),
                row.getString("requester"),
                line == null ? null : ServiceLine.of(line),
                row.getString("category"),
                Priority.valueOf(row.getString("priority")),
                row.getString("mood"),
                Stage.valueOf(row.getString("stage")),
                Status.valueOf(row.getString("status")),
                row.getString("queue"),
                row.getString("owner"),
                row.getString("next_action"),
                row.getString("assignment_reason"),
                row.getString("contract_id"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                row.getString("resolution"),
                instant(row.getTimestamp("open_until")),
                row.getInt("version"));
    }

    private static @Nullable TicketId id(@Nullable UUID value) {
        return value == null ? null : new TicketId(value);
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
