package org.ticketingos.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** What was said on a ticket, over all channels, and the place where we answer. */
@Component
@Transactional
public class Conversation {
    /** Automatic messages with the same subject on one ticket within an hour; more are a loop. */
    private static final int AUTOMATIC_MAX = 5;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Documents documents;
    private final Tickets tickets;
    private final TicketToken token;
    private final Clock clock;
    private final MailSettings settings;
    private final CourierBell bell;

    Conversation(
            JdbcClient jdbc,
            Messages messages,
            Documents documents,
            Tickets tickets,
            TicketToken token,
            Clock clock,
            MailSettings settings,
            CourierBell bell) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.documents = documents;
        this.tickets = tickets;
        this.token = token;
        this.clock = clock;
        this.settings = settings;
        this.bell = bell;
    }

    /** Oldest first. The client's people do not see our notes. */
    @Transactional(readOnly = true)
    public List<Message> of(TicketId ticket) {
        boolean client = CurrentUser.find().map(CurrentUser::isClient).orElse(false);
        return jdbc.sql("select * from message where ticket_id = ? and (direction <> 'NOTE' or not ?) order by seq")
                .params(ticket.value(), client)
                .query(this::message)
                .list();
    }

    /** Mail kept aside without a ticket, newest first, at most 200; {@link Intake#release} makes a ticket of one. */
    @Transactional(readOnly = true)
    public List<Message> aside() {
        return jdbc.sql("""
                        select * from message where ticket_id is null and direction = 'IN'
                        order by seq desc limit 200""")
                .query(this::message)
                .list();
    }

    /** Subject and words of the request, without quoted mail and signature; for reading by machines. */
    @Transactional(readOnly = true)
    public String firstText(TicketId ticket) {
        return jdbc.sql("""
                        select subject, body from message where ticket_id = ? and direction = 'IN' order by seq limit 1""")
                .param(ticket.value())
                .query((row, n) -> (row.getString("subject") + "\n" + NewText.of(row.getString("body"))).strip())
                .optional()
                .orElseGet(() -> tickets.get(ticket).subject());
    }

    /** Where answers about this ticket go, if we know a mail address. */
    @Transactional(readOnly = true)
    public Optional<String> requesterMail(TicketId ticket) {
        return jdbc.sql("""
                        select coalesce(nullif(reply_to, ''), author) from message
                        where ticket_id = ? and direction = 'IN' and state = 'RECEIVED' order by seq limit 1""")
                .param(ticket.value())
                .query(String.class)
                .optional()
                .or(() -> tickets.find(ticket).map(Ticket::requester))
                .map(MailHeaders::address)
                .filter(address -> !address.isEmpty());
    }

    /** Writes to the client on a ticket; the courier takes it from here. */
    public UUID reply(TicketId ticketId, Draft draft) {
        Ticket ticket = tickets.get(ticketId);
        String subject = draft.subject().isBlank() ? "Re: " + ticket.subject() : draft.subject();
        String signed = token.find(subject).isPresent() ? subject : subject + " [" + token.of(ticket) + "]";
        UUID id = send(ticket.client(), ticketId, draft, PlainText.line(signed, 300));
        tickets.record(new ReplyWritten(ticketId, id, draft.automatic(), clock.instant()));
        return id;
    }

    /** Writes to a client; about a ticket, or about none (invoices). */
    public UUID mail(ClientId client, @Nullable TicketId ticket, Draft draft) {
        return ticket != null ? reply(ticket, draft) : send(client, null, draft, PlainText.line(draft.subject(), 300));
    }

    /** Leaves an internal note; it never goes out. */
    public UUID note(TicketId ticketId, String text) {
        Ticket ticket = tickets.get(ticketId);
        UUID id = insert(ticket.client(), ticketId, Direction.NOTE, "note", null,
                new Draft("", "", text, List.of(), false), "", "SENT", "");
        tickets.record(new NoteWritten(ticketId, id, clock.instant()));
        return id;
    }

    private UUID send(ClientId client, @Nullable TicketId ticket, Draft draft, String subject) {
        String to = MailHeaders.address(draft.to());
        if (to.isEmpty() && !draft.to().isBlank()) {
            throw new TicketRefused("\"" + PlainText.line(draft.to(), 80) + "\" is not a mail address.");
        }
        if (to.isEmpty()) {
            return insert(client, ticket, Direction.OUT, "portal", null, draft, subject, "SENT", "");
        }
        boolean loop = draft.automatic()
                && ticket != null
                && messages.automaticOnTicket(ticket, subject, clock.instant()) >= AUTOMATIC_MAX;
        String mailId = UUID.randomUUID() + "@" + settings.domain();
        UUID id = insert(client, ticket, Direction.OUT, "mail", mailId, draft, subject, loop ? "FAILED" : "QUEUED",
                loop ? "Held back: the same automatic message went out 5 times within an hour" : "");
        ringAfterCommit();
        return id;
    }

    private UUID insert(
            ClientId client, @Nullable TicketId ticket, Direction direction, String channel, @Nullable String mailId,
            Draft draft, String subject, String state, String reason) {
        UUID id = UUID.randomUUID();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into message (id, client_id, ticket_id, direction, channel, mail_id, author, recipient,
                                             subject, body, at, state, reason, automatic, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        client.value(),
                        ticket == null ? null : ticket.value(),
                        direction.name(),
                        channel,
                        mailId,
                        draft.automatic() ? "system" : CurrentUser.find().map(CurrentUser::login).orElse("system"),
                        MailHeaders.address(draft.to()),
                        subject,
                        PlainText.of(draft.text()),
                        now,
                        state,
                        reason,
                        draft.automatic(),
                        now)
                .update();
        for (int i = 0; i < draft.attachments().size(); i++) {
            messages.attach(id, client, draft.attachments().get(i).id(), i);
        }
        return id;
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    private Message message(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID ticket = row.getObject("ticket_id", UUID.class);
        Instant at = row.getTimestamp("at").toInstant();
        return new Message(
                id,
                ticket == null ? null : new TicketId(ticket),
                Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                row.getString("author"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                at,
                row.getString("state"),
                attachments(id),
                row.getString("reason"));
    }

    private List<DocumentRef> attachments(UUID message) {
        return jdbc.sql("select document_id from message_attachment where message_id = ? order by position")
                .param(message)
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> documents.find(id).stream())
                .toList();
    }
}
