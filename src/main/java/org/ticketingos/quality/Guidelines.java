package org.ticketingos.quality;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/** How a client's fields and questions are to be judged, as reviewers have agreed; the newest sentence holds. */
@Repository
@Transactional
public class Guidelines {

    private final JdbcClient jdbc;
    private final Clock clock;

    Guidelines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One agreed sentence. */
    public record Guideline(String topic, String text, String writtenBy, Instant at) {}

    static String field(String field) {
        return "field:" + field;
    }

    static String question(String code) {
        return "question:" + code;
    }

    @Transactional(readOnly = true)
    public Optional<String> latest(ClientId client, String line, String topic) {
        return jdbc.sql("""
                        select text from guideline where client_id = ? and line = ? and topic = ?
                        order by written_at desc limit 1""")
                .params(client.value(), line, topic)
                .query(String.class)
                .optional();
    }

    /** What holds now, one sentence per topic. */
    @Transactional(readOnly = true)
    public List<Guideline> of(ClientId client, String line) {
        return jdbc.sql("""
                        select distinct on (topic) * from guideline where client_id = ? and line = ?
                        order by topic, written_at desc""")
                .params(client.value(), line)
                .query((row, n) -> new Guideline(
                        row.getString("topic"),
                        row.getString("text"),
                        row.getString("written_by"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    void write(ClientId client, String line, String topic, String text, @Nullable UUID calibration, String by) {
        jdbc.sql("""
                        insert into guideline (id, client_id, line, topic, text, calibration_id, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), client.value(), line, topic, text, calibration, by,
                        Timestamp.from(clock.instant()))
                .update();
    }
}
