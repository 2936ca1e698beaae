package org.ticketingos.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.ScanState;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** Writes down what we say, for the courier to carry out. */
@Component
class Outbox {

    /** Automatic messages with the same subject on one ticket within an hour; more are a loop. */
    private static final int AUTOMATIC_MAX = 5;

    /** Bytes of all files of one mail; common mail servers refuse more (25 MB). */
    static final long FILES_MAX = 25L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Clock clock;
    private final MailSettings settings;
    private final CourierBell bell;

    Outbox(JdbcClient jdbc, Messages messages, Clock clock, MailSettings settings, CourierBell bell) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
        this.settings = settings;
        this.bell = bell;
    }

    /**
     * When a message leaves.
     *
     * @param until it can be taken back before; null: it leaves at once
     * @param scheduled taken back by itself when the client writes first
     */
    record Leaves(@Nullable Instant until, boolean scheduled) {
        static final Leaves NOW = new Leaves(null, false);
    }

    UUID send(ClientId client, @Nullable TicketId ticket, Draft draft, String subject) {
        return send(client, ticket, draft, List.of(), subject, Leaves.NOW);
    }

    UUID send(
            ClientId client, @Nullable TicketId ticket, Draft draft, List<String> cc, String subject, Leaves leaves) {
        String to = Addresses.one(draft.to());
        if (draft.attachments().stream().mapToLong(DocumentRef::size).sum() > FILES_MAX) {
            throw new TicketRefused("The files have more than 25 MB together; mail servers refuse such a mail.");
        }
        draft.attachments().stream().filter(file -> !file.scan().isFree()).findFirst().ifPresent(file -> {
            throw new TicketRefused(file.scan() == ScanState.WAITING
                    ? "\"" + file.name() + "\" is not yet checked for viruses. Send it in a minute."
                    : "\"" + file.name() + "\" is kept apart: the virus scanner found " + file.finding() + " in it.");
        });
        boolean loop = !to.isEmpty() && draft.automatic() && ticket != null
                && messages.automaticOnTicket(ticket, subject, clock.instant()) >= AUTOMATIC_MAX;
        String state = leaves.until() != null ? "HELD" : to.isEmpty() ? "SENT" : loop ? "FAILED" : "QUEUED";
        UUID id = insert(
                new Row(client, ticket, Direction.OUT, to.isEmpty() ? "portal" : "mail",
                        to.isEmpty() ? null : UUID.randomUUID() + "@" + settings.domain(), subject, state,
                        loop ? "Held back: the same automatic message went out 5 times within an hour" : ""),
                draft, cc, leaves);
        if (state.equals("QUEUED")) {
            ringAfterCommit();
        }
        return id;
    }

    UUID note(ClientId client, TicketId ticket, String text, List<DocumentRef> files) {
        return insert(new Row(client, ticket, Direction.NOTE, "note", null, "", "SENT", ""),
                new Draft("", "", text, files, false), List.of(), Leaves.NOW);
    }

    private record Row(ClientId client, @Nullable TicketId ticket, Direction direction, String channel,
            @Nullable String mailId, String subject, String state, String reason) {}

    private UUID insert(Row row, Draft draft, List<String> cc, Leaves leaves) {
        UUID id = UUID.randomUUID();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into message (id, client_id, ticket_id, direction, channel, mail_id, author, recipient,
                                             cc, subject, body, at, state, reason, automatic, next_attempt_at,
                                             scheduled)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        row.client().value(),
                        row.ticket() == null ? null : row.ticket().value(),
                        row.direction().name(),
                        row.channel(),
                        row.mailId(),
                        draft.automatic() ? "system" : CurrentUser.find().map(CurrentUser::login).orElse("system"),
                        MailHeaders.address(draft.to()),
                        String.join(", ", cc),
                        row.subject(),
                        PlainText.of(draft.text()),
                        now,
                        row.state(),
                        row.reason(),
                        draft.automatic(),
                        leaves.until() == null ? now : Timestamp.from(leaves.until()),
                        leaves.scheduled())
                .update();
        for (int i = 0; i < draft.attachments().size(); i++) {
            messages.attach(id, row.client(), draft.attachments().get(i).id(), i);
        }
        return id;
    }

    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
