package org.ticketingos.channel;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;

/** The rows of all conversations, as the door writes and asks for them. */
@Repository
class Messages {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final SenderChecks senders;

    Messages(JdbcClient jdbc, Documents documents, SenderChecks senders) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.senders = senders;
    }

    /** What is already known of an arrival. */
    record Known(UUID id, @Nullable TicketId ticket) {}

    /** Where a Message-ID belongs. */
    record Origin(TicketId ticket, Direction direction) {}

    /** Makes arrivals with the same key wait for one another until the transaction ends. */
    void lock(String key) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) locked")
                .param(key)
                .query(Integer.class)
                .single();
    }

    Optional<Known> byExternalId(ClientId client, String channel, String externalId) {
        return jdbc.sql("select id, ticket_id from message where client_id = ? and channel = ? and external_id = ?")
                .params(client.value(), channel, externalId)
                .query((row, n) -> new Known(row.getObject(1, UUID.class), ticket(row.getObject(2, UUID.class))))
                .optional();
    }

    Optional<Known> byIdentity(ClientId client, String identity) {
        return jdbc.sql("select id, ticket_id from message where client_id = ? and identity = ?")
                .params(client.value(), identity)
                .query((row, n) -> new Known(row.getObject(1, UUID.class), ticket(row.getObject(2, UUID.class))))
                .optional();
    }

    /** The newest message with this Message-ID that is on a ticket. */
    Optional<Origin> byMailId(String mailId) {
        return jdbc.sql("""
                        select ticket_id, direction from message where mail_id = ? and ticket_id is not null
                        order by direction desc, seq desc limit 1""")
                .param(mailId)
                .query((row, n) -> new Origin(
                        new TicketId(row.getObject(1, UUID.class)), Direction.valueOf(row.getString(2))))
                .optional();
    }

    boolean isOurs(String mailId) {
        return jdbc.sql("select exists (select 1 from message where mail_id = ? and direction = 'OUT')")
                .param(mailId)
                .query(Boolean.class)
                .single();
    }

    /** Has this person written or been written to on this ticket? */
    boolean takesPart(String mail, TicketId ticket) {
        return !mail.isEmpty()
                && jdbc.sql("""
                        select exists (select 1 from message where ticket_id = ? and direction <> 'NOTE'
                                       and (lower(author) = lower(?) or lower(recipient) = lower(?)))""")
                        .params(ticket.value(), mail, mail)
                        .query(Boolean.class)
                        .single();
    }

    int fromSender(String mail, Instant since) {
        return jdbc.sql("select count(*) from message where lower(author) = lower(?) and direction = 'IN' and at > ?")
                .params(mail, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    int onTicket(TicketId ticket, String mail, Instant since) {
        return jdbc.sql("""
                        select count(*) from message where ticket_id = ? and lower(author) = lower(?)
                        and direction = 'IN' and at > ?""")
                .params(ticket.value(), mail, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    int sameContent(String mail, String contentHash, Instant since) {
        return jdbc.sql("""
                        select count(*) from message where lower(author) = lower(?) and direction = 'IN' and at > ?
                        and content_hash = ?""")
                .params(mail, Timestamp.from(since), contentHash)
                .query(Integer.class)
                .single();
    }

    boolean isMachineOfClient(ClientId client, String mail) {
        return jdbc.sql("select exists (select 1 from machine_sender where client_id = ? and lower(mail) = lower(?))")
                .params(client.value(), mail)
                .query(Boolean.class)
                .single();
    }

    /** Stores an arrival; its files are documents about the ticket, or about the message while no ticket works on it. */
    UUID keep(InboundMessage message, ClientId client, @Nullable TicketId ticket, String state, String reason) {
        UUID id = UUID.randomUUID();
        String mailId = message.header("message-id");
        SenderTrust sender = senders.of(message);
        jdbc.sql("""
                        insert into message (id, client_id, ticket_id, direction, channel, external_id, mail_id, identity,
                                             content_hash, author, reply_to, recipient, subject, body, at, state,
                                             reason, automatic, next_attempt_at, spf, dkim, dmarc, looks_like,
                                             answers_to, bank_change)
                        values (?, ?, ?, 'IN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        client.value(),
                        ticket == null ? null : ticket.value(),
                        message.channel(),
                        message.externalId(),
                        mailId.isEmpty() ? null : mailId,
                        Identity.of(message),
                        Identity.content(message),
                        message.from(),
                        sender.answersTo() == null ? MailHeaders.address(message.header("reply-to")) : "",
                        message.to(),
                        message.subject(),
                        message.text(),
                        Timestamp.from(message.receivedAt()),
                        state,
                        reason,
                        state.equals("AUTO"),
                        Timestamp.from(message.receivedAt()),
                        sender.spf(),
                        sender.dkim(),
                        sender.dmarc(),
                        sender.looksLike(),
                        sender.answersTo(),
                        sender.bankChange())
                .update();
        String about = ticket == null || state.equals("AUTO") ? "message:" + id : ticket.toString();
        int position = 0;
        for (Attachment file : message.attachments()) {
            DocumentRef stored = documents.store(client, about, file.name(), file.mediaType(), file.bytes());
            attach(id, client, stored.id(), position++);
        }
        return id;
    }

    /** Remembers that a message was written to a ticket which lives on in the one it is kept with. */
    void meantFor(UUID message, @Nullable TicketId ticket) {
        if (ticket != null) {
            jdbc.sql("update message set meant_for = ? where id = ?").params(ticket.value(), message).update();
        }
    }

    void attach(UUID message, ClientId client, UUID document, int position) {
        jdbc.sql("""
                        insert into message_attachment (message_id, document_id, client_id, position)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .params(message, document, client.value(), position)
                .update();
    }

    /** Makes stored papers the attachments of a message and papers of its ticket. */
    void takeOver(InboundMessage message, Ticket ticket, String about) {
        UUID id = byExternalId(ticket.client(), message.channel(), message.externalId()).orElseThrow().id();
        documents.moveAll(ticket.client(), about, ticket.id().toString());
        jdbc.sql("""
                        insert into message_attachment (message_id, document_id, client_id, position)
                        select ?, id, client_id, row_number() over (order by stored_at, name, id) - 1
                        from document where about = ? on conflict do nothing""")
                .params(id, ticket.id().toString())
                .update();
    }

    /** Marks messages of ours as not arrived; answers which, with their tickets. */
    List<Known> failed(List<String> mailIds, String reason) {
        return jdbc.sql("""
                        update message set state = 'FAILED', reason = :reason
                        where mail_id in (:ids) and direction = 'OUT' and state <> 'FAILED'
                        returning id, ticket_id""")
                .param("reason", reason)
                .param("ids", mailIds.isEmpty() ? List.of("") : mailIds)
                .query((row, n) -> new Known(row.getObject(1, UUID.class), ticket(row.getObject(2, UUID.class))))
                .list();
    }

    int automaticOnTicket(TicketId ticket, String subject, Instant now) {
        return jdbc.sql("""
                        select count(*) from message where ticket_id = ? and direction = 'OUT' and automatic
                        and subject = ? and at > ?""")
                .params(ticket.value(), subject, Timestamp.from(now.minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
    }

    private static @Nullable TicketId ticket(@Nullable UUID id) {
        return id == null ? null : new TicketId(id);
    }
}
