package org.ticketingos.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketId;

/** Every decision of triage with its evidence. */
@Repository
@Transactional
public class Classifications {

    static final String AUTO = "AUTO";
    static final String PERSON = "PERSON";

    private static final TypeReference<LinkedHashMap<String, Double>> SHARES = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Integer>> PERCENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Classifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest of a ticket. */
    @Transactional(readOnly = true)
    public Optional<Classification> of(TicketId ticket) {
        return jdbc.sql("select * from classification where ticket_id = ? order by made_at desc, id limit 1")
                .param(ticket.value())
                .query(this::classification)
                .optional();
    }

    void keep(Classification made) {
        jdbc.sql("""
                        insert into classification (id, ticket_id, client_id, line, category, confidence, known,
                                                    probabilities, nearest, terms, mood, priority, priority_reasons,
                                                    asked_for, model_version, model_hash, text_hash, made_at)
                        select :id, t.id, t.client_id, :line, :category, :confidence, :known, :probabilities::jsonb,
                               :nearest::json, :terms, :mood, :priority, :reasons, :asked, :version, :hash, :text, :at
                        from ticket t where t.id = :ticket""")
                .param("id", UUID.randomUUID())
                .param("ticket", made.ticket().value())
                .param("line", made.line())
                .param("category", made.category())
                .param("confidence", made.confidence())
                .param("known", made.known())
                .param("probabilities", text(made.probabilities()))
                .param("nearest", text(made.nearest()))
                .param("terms", made.terms().toArray(String[]::new))
                .param("mood", made.mood())
                .param("priority", made.priority().name())
                .param("reasons", made.priorityReasons().toArray(String[]::new))
                .param("asked", made.askedFor())
                .param("version", made.modelVersion())
                .param("hash", made.modelHash())
                .param("text", made.textHash())
                .param("at", Timestamp.from(made.madeAt()))
                .update();
    }

    void decided(TicketId ticket, String path, String by, String line, String category) {
        jdbc.sql("""
                        update classification
                        set path = ?, decided_by = ?, decided_line = ?, decided_category = ?, decided_at = ?
                        where id = (select id from classification where ticket_id = ?
                                    order by made_at desc, id limit 1)""")
                .params(path, by, line, category, Timestamp.from(clock.instant()), ticket.value())
                .update();
    }

    private Classification classification(ResultSet row, int n) throws SQLException {
        return new Classification(
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("line"),
                row.getString("category"),
                row.getInt("confidence"),
                row.getDouble("known"),
                read(row.getString("probabilities"), SHARES),
                read(row.getString("nearest"), PERCENTS),
                List.of((String[]) row.getArray("terms").getArray()),
                row.getString("mood"),
                Priority.valueOf(row.getString("priority")),
                List.of((String[]) row.getArray("priority_reasons").getArray()),
                row.getBoolean("asked_for"),
                row.getString("model_version"),
                row.getString("model_hash"),
                row.getString("text_hash"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("path"),
                row.getString("decided_by"));
    }

    private String text(Map<String, ?> map) {
        try {
            return json.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable evidence: " + text, e);
        }
    }
}
