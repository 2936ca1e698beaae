package org.ticketingos.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Defects by cause and per thousand: where quality is lost. */
@Component
@Transactional(readOnly = true)
public class Flaws {

    private final JdbcClient jdbc;

    Flaws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One cause: its defects, and how many tickets have one. */
    public record Cause(String cause, long defects, long tickets) {}

    /**
     * Since a day: what was checked in reviews, and what was wrong.
     *
     * @param checked fields, or documents where the contract counts documents
     */
    public record Quality(long checked, long errors, List<Cause> causes) {

        public long defects() {
            return causes.stream().mapToLong(Cause::defects).sum();
        }
    }

    /** The most frequent cause first: a few causes make most defects. */
    public Quality since(BoardFilter filter, Instant since) {
        List<Object> values = new ArrayList<>(List.of(Timestamp.from(since)));
        String narrowed = filter.sql(values);
        List<Cause> causes = jdbc.sql("""
                        select d.cause, count(*) as defects, count(distinct d.ticket_id) as tickets
                        from insight_defect d join ticket t on t.id = d.ticket_id
                        where d.found_at >= ? and t.kind = 'REQUEST'%s group by 1 order by 2 desc, 1"""
                        .formatted(narrowed))
                .params(values)
                .query((row, n) -> new Cause(row.getString("cause"), row.getLong("defects"), row.getLong("tickets")))
                .list();
        return jdbc.sql("""
                        select coalesce(sum(r.inspected), 0) as checked, coalesce(sum(r.errors), 0) as errors
                        from insight_review r join ticket t on t.id = r.ticket_id where r.reviewed_at >= ?%s"""
                        .formatted(narrowed))
                .params(values)
                .query((row, n) -> new Quality(row.getLong("checked"), row.getLong("errors"), causes))
                .single();
    }
}
