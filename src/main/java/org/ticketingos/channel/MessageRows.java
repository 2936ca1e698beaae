package org.ticketingos.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.TicketId;

/** Turns rows of the table message into messages, the files of all of them read at once. */
@Component
class MessageRows {

    private final JdbcClient jdbc;
    private final Documents documents;

    MessageRows(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    List<Message> of(StatementSpec query) {
        List<Message> bare = query.query((row, n) -> message(row, List.of())).list();
        Map<UUID, List<UUID>> files = files(bare.stream().map(Message::id).toList());
        if (files.isEmpty()) {
            return bare;
        }
        Map<UUID, DocumentRef> papers = documents.all(files.values().stream().flatMap(List::stream).toList()).stream()
                .collect(Collectors.toMap(DocumentRef::id, paper -> paper));
        return bare.stream().map(message -> withFiles(message, files, papers)).toList();
    }

    private Map<UUID, List<UUID>> files(List<UUID> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<UUID>> files = new java.util.HashMap<>();
        jdbc.sql("""
                        select message_id, document_id from message_attachment where message_id = any (?)
                        order by message_id, position""")
                .param(messages.toArray(UUID[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return files;
    }

    private static Message withFiles(
            Message bare, Map<UUID, List<UUID>> files, Map<UUID, DocumentRef> papers) {
        List<DocumentRef> attached = files.getOrDefault(bare.id(), List.of()).stream()
                .filter(papers::containsKey)
                .map(papers::get)
                .toList();
        return new Message(bare.id(), bare.seq(), bare.ticket(), bare.direction(), bare.channel(), bare.author(),
                bare.recipient(), bare.cc(), bare.subject(), bare.text(), bare.at(), bare.state(), attached,
                bare.reason(), bare.automatic(), bare.sender());
    }

    private static Message message(ResultSet row, List<DocumentRef> files) throws SQLException {
        UUID ticket = row.getObject("ticket_id", UUID.class);
        boolean held = row.getString("state").equals("HELD");
        return new Message(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                ticket == null ? null : new TicketId(ticket),
                Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                row.getString("author"),
                row.getString("recipient"),
                row.getString("cc"),
                row.getString("subject"),
                OneTimeLinks.hidden(row.getString("body")),
                row.getTimestamp(held ? "next_attempt_at" : "at").toInstant(),
                row.getString("state"),
                files,
                row.getString("reason"),
                row.getBoolean("automatic"),
                sender(row));
    }

    private static @Nullable SenderTrust sender(ResultSet row) throws SQLException {
        boolean mail = row.getString("channel").equals("mail") && row.getString("direction").equals("IN");
        return mail
                ? new SenderTrust(
                        row.getString("spf"),
                        row.getString("dkim"),
                        row.getString("dmarc"),
                        row.getString("looks_like"),
                        row.getString("answers_to"),
                        row.getBoolean("bank_change"))
                : null;
    }
}
