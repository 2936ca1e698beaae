package org.ticketingos.quality;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/** What reviews said about a person's own work, newest first. */
@Component
@Transactional(readOnly = true)
public class OwnVerdicts {

    private static final String COLUMNS = """
            select s.id, s.errors, s.corrected_score, s.corrected_failed, k.reviewed_at, t.number, t.subject
            from review_keyer k join review_standing s on s.id = k.review_id join ticket t on t.id = s.ticket_id
            where k.agent = ?\s""";

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final Scores scores;
    private final Appeals appeals;
    private final Clock clock;

    OwnVerdicts(JdbcClient jdbc, Reviews reviews, Scores scores, Appeals appeals, Clock clock) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.scores = scores;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** A person's figures over all that was reviewed since an instant. */
    public record Figures(int reviews, int inspected, int errors, @Nullable BigDecimal meanScore) {}

    public List<OwnVerdict> of(TicketId ticket, String login) {
        return jdbc.sql(COLUMNS + "and s.ticket_id = ? order by k.reviewed_at desc")
                .params(login, ticket.value())
                .query((row, n) -> verdict(row))
                .list();
    }

    public Optional<OwnVerdict> find(UUID review, String login) {
        return jdbc.sql(COLUMNS + "and s.id = ?")
                .params(login, review)
                .query((row, n) -> verdict(row))
                .optional();
    }

    public Page<OwnVerdict> page(String login, @Nullable String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, 200));
        Timestamp before = Timestamp.from(cursor == null ? clock.instant().plusSeconds(60) : read(cursor));
        List<OwnVerdict> found = jdbc.sql(COLUMNS + "and k.reviewed_at < ? order by k.reviewed_at desc limit ?")
                .params(login, before, size + 1)
                .query((row, n) -> verdict(row))
                .list();
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), found.get(size - 1).review().at().toString());
    }

    public Figures figures(String login, Instant since) {
        List<BigDecimal> counted = jdbc.sql("""
                        select case when coalesce(s.corrected_failed, c.failed) then 0
                                    else coalesce(s.corrected_score, c.weighted) end
                        from review_keyer k join review_standing s on s.id = k.review_id
                        join review_score c on c.review_id = s.id
                        where k.agent = ? and k.reviewed_at >= ? and s.round = 1 and c.weighted is not null""")
                .params(login, Timestamp.from(since))
                .query(BigDecimal.class)
                .list();
        return jdbc.sql("""
                        select count(*) as reviews, coalesce(sum(s.inspected), 0) as inspected,
                               coalesce(sum(s.errors), 0) as errors
                        from review_keyer k join review_standing s on s.id = k.review_id
                        where k.agent = ? and k.reviewed_at >= ? and s.round = 1""")
                .params(login, Timestamp.from(since))
                .query((row, n) -> new Figures(
                        row.getInt("reviews"), row.getInt("inspected"), row.getInt("errors"), Scores.mean(counted)))
                .single();
    }

    private OwnVerdict verdict(ResultSet row) throws SQLException {
        Review review = reviews.get(row.getObject("id", UUID.class));
        Optional<Appeal> appeal = appeals.of(review.id());
        Instant deadline = appeals.deadline(review);
        boolean disputable =
                appeal.isEmpty() && clock.instant().isBefore(deadline) && !appeals.disputable(review).isEmpty();
        Object failed = row.getObject("corrected_failed");
        return new OwnVerdict(
                review,
                new TicketNumber(row.getString("number")),
                row.getString("subject"),
                row.getInt("errors"),
                failed == null
                        ? scores.of(review.id()).orElse(null)
                        : new ScoreFormula.Score(row.getBigDecimal("corrected_score"), (Boolean) failed),
                appeals.defectsOf(review),
                scores.answers(review.id()),
                appeal,
                disputable ? deadline : null);
    }

    private static Instant read(String cursor) {
        try {
            return Instant.parse(cursor);
        } catch (DateTimeException e) {
            throw Page.foreignMark();
        }
    }
}
