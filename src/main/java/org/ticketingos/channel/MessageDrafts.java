package org.ticketingos.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** The table of texts people have begun: one a person, ticket and kind. */
@Component
class MessageDrafts {

    /** More than the longest letter anybody typed. */
    private static final int LONGEST = 200_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void save(TicketId ticket, ClientId client, String login, Composed composed) {
        String text = PlainText.of(composed.text());
        if (text.length() > LONGEST) {
            throw new TicketRefused("This text is too long to be kept.");
        }
        if (composed.isEmpty()) {
            drop(ticket, login, composed.kind());
            return;
        }
        jdbc.sql("""
                        insert into message_draft (ticket_id, login, kind, client_id, recipient, cc, body, documents,
                                                   seen, saved_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (ticket_id, login, kind) do update set recipient = excluded.recipient,
                            cc = excluded.cc, body = excluded.body, documents = excluded.documents,
                            seen = excluded.seen, saved_at = excluded.saved_at""")
                .params(
                        ticket.value(),
                        login,
                        composed.kind().name(),
                        client.value(),
                        PlainText.line(composed.to(), 500),
                        PlainText.line(composed.cc(), 2_000),
                        text,
                        composed.files().toArray(UUID[]::new),
                        composed.seen(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    void drop(TicketId ticket, String login, Composed.Kind kind) {
        jdbc.sql("delete from message_draft where ticket_id = ? and login = ? and kind = ?")
                .params(ticket.value(), login, kind.name())
                .update();
    }

    Optional<Composed> of(TicketId ticket, String login, Composed.Kind kind) {
        return jdbc.sql("select * from message_draft where ticket_id = ? and login = ? and kind = ?")
                .params(ticket.value(), login, kind.name())
                .query(MessageDrafts::composed)
                .optional();
    }

    List<Writing.Other> others(TicketId ticket, String login) {
        return jdbc.sql("""
                        select login, kind, saved_at from message_draft where ticket_id = ? and login <> ?
                        order by saved_at desc""")
                .params(ticket.value(), login)
                .query((row, n) -> new Writing.Other(
                        row.getString("login"),
                        Composed.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    /** Makes a message that has not left a draft of its author again, after what the author has begun since; answers who that is. */
    String takeBack(UUID message) {
        record Held(TicketId ticket, ClientId client, String author, Composed composed) {}
        Held held = jdbc.sql("""
                        select m.*, array(select document_id from message_attachment a where a.message_id = m.id
                                          order by position) as documents
                        from message m where id = ? and state = 'HELD' for update""")
                .param(message)
                .query((row, n) -> new Held(
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        new ClientId(row.getString("client_id")),
                        row.getString("author"),
                        new Composed(Composed.Kind.REPLY, row.getString("recipient"), row.getString("cc"),
                                row.getString("body"), files(row), row.getLong("seq"))))
                .optional()
                .orElseThrow(() -> new TicketRefused("Too late: the message has left."));
        jdbc.sql("delete from message_attachment where message_id = ?").param(message).update();
        jdbc.sql("delete from message where id = ?").param(message).update();
        Composed back = held.composed();
        Composed both = of(held.ticket(), held.author(), Composed.Kind.REPLY)
                .map(begun -> new Composed(back.kind(), back.to(), back.cc(), back.text() + "\n\n" + begun.text(),
                        java.util.stream.Stream.concat(back.files().stream(), begun.files().stream()).distinct().toList(),
                        back.seen()))
                .orElse(back);
        save(held.ticket(), held.client(), held.author(), both);
        return held.author();
    }


    private static Composed composed(ResultSet row, int n) throws SQLException {
        return new Composed(
                Composed.Kind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("cc"),
                row.getString("body"),
                files(row),
                row.getLong("seen"));
    }

    private static List<UUID> files(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("documents").getArray());
    }
}
