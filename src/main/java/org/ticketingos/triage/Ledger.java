package org.ticketingos.triage;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

/** What people taught: each correction, append-only, and each ticket whose kind a person has named, to learn from. */
@Repository
@Transactional
class Ledger {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    void correction(Ticket ticket, Classification was, String line, String category, String by) {
        jdbc.sql("""
                        insert into triage_correction (ticket_id, client_id, old_line, old_category, new_line,
                                                       new_category, corrected_by, corrected_at, model_version,
                                                       model_hash, text_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        ticket.id().value(),
                        ticket.client().value(),
                        was.line(),
                        was.category(),
                        line,
                        category,
                        by,
                        Timestamp.from(clock.instant()),
                        was.modelVersion(),
                        was.modelHash(),
                        was.textHash())
                .update();
        tickets.record(new TriageCorrected(
                ticket.id(), was.line(), was.category(), line, category, by, was.modelVersion(), clock.instant()));
    }

    void example(Ticket ticket, String textHash, float[] vector, String sentenceModel, Named named) {
        jdbc.sql("""
                        insert into triage_example (ticket_id, client_id, line, category, text_hash, vector,
                                                    sentence_model, named_by, named_at)
                        values (:ticket, :client, :line, :category, :text, :vector, :model, :by, :at)
                        on conflict (ticket_id) do update set line = excluded.line, category = excluded.category,
                            named_by = excluded.named_by, named_at = excluded.named_at""")
                .param("ticket", ticket.id().value())
                .param("client", ticket.client().value())
                .param("line", named.line())
                .param("category", named.category())
                .param("text", textHash)
                .param("vector", bytes(vector))
                .param("model", sentenceModel)
                .param("by", named.by())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** What a person has said a ticket is. */
    record Named(String line, String category, String by) {}

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }
}
