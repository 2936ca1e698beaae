package org.ticketingos.quality;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/** How well reviewers review: appeals they lost, and how far first and second look agree. */
@Component
@Transactional(readOnly = true)
public class ReviewFigures {

    private final JdbcClient jdbc;

    ReviewFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One reviewer.
     *
     * @param decided appeals against this reviewer's verdicts that were decided
     * @param overturned of these, lost in at least one point
     */
    public record Reviewer(String reviewer, int reviews, int decided, int overturned) {

        /** Lost of decided appeals, 0 to 1; null while none was decided. */
        public @Nullable BigDecimal overturnRate() {
            return decided == 0 ? null : Accuracy.share(overturned, decided);
        }
    }

    /**
     * First and second look field by field.
     *
     * @param reviews reviews that were repeated
     * @param same of all fields, those that both judged alike
     * @param table judged right or wrong by the first (rows) and the second (columns)
     */
    public record SecondLevel(int reviews, int fields, int same, RatingTable table) {}

    /** Everybody who reviewed since an instant, who lost most appeals first. */
    public List<Reviewer> reviewers(Instant since) {
        return jdbc.sql("""
                        select r.reviewer, count(*) as reviews, count(d.appeal_id) as decided,
                               count(d.appeal_id) filter (where d.overturned) as overturned
                        from review r left join appeal a on a.review_id = r.id
                        left join appeal_decision d on d.appeal_id = a.id
                        where r.reviewed_at >= ? group by r.reviewer order by overturned desc, r.reviewer""")
                .param(Timestamp.from(since))
                .query((row, n) -> new Reviewer(
                        row.getString("reviewer"),
                        row.getInt("reviews"),
                        row.getInt("decided"),
                        row.getInt("overturned")))
                .list();
    }

    /** Agreement of first and second look at one client's line since an instant; a null line means all lines. */
    public SecondLevel secondLevel(@Nullable ClientId client, @Nullable String line, Instant since) {
        int[][] table = new int[2][2];
        String of = client == null ? "" : client.value();
        String on = line == null ? "" : line;
        jdbc.sql("""
                        select a.correct as first, b.correct as second, count(*) as fields
                        from review r join review s on s.ticket_id = r.ticket_id and s.round = r.round and s.level = 2
                        join review_check a on a.review_id = r.id
                        join review_check b on b.review_id = s.id and b.item_id = a.item_id and b.field = a.field
                        where r.level = 1 and s.reviewed_at >= ? and (? = '' or r.client_id = ?)
                          and (? = '' or r.line = ?)
                        group by a.correct, b.correct""")
                .params(Timestamp.from(since), of, of, on, on)
                .query(row -> {
                    table[row.getBoolean("first") ? 0 : 1][row.getBoolean("second") ? 0 : 1] = row.getInt("fields");
                });
        int reviews = jdbc.sql("""
                        select count(*) from review where level = 2 and reviewed_at >= ?
                          and (? = '' or client_id = ?) and (? = '' or line = ?)""")
                .params(Timestamp.from(since), of, of, on, on)
                .query(Integer.class)
                .single();
        RatingTable ratings = new RatingTable(table);
        return new SecondLevel(reviews, ratings.units(), table[0][0] + table[1][1], ratings);
    }

    /** Fatal failures by track since an instant: monitored reviews, errors and what the count does not show. */
    public CriticalErrors critical(Track track, Instant since) {
        return jdbc.sql("""
                        select count(*) as monitored,
                               count(*) filter (where exists (
                                   select 1 from review_answer a join scorecard_question q on q.id = a.question_id
                                   where a.review_id = s.id and q.fatal = ? and a.mark = 'NO'
                                     and not exists (
                                         select 1 from appeal p
                                         join appeal_item i on i.appeal_id = p.id and i.question_id = q.id
                                         join appeal_ruling g on g.appeal_id = i.appeal_id and g.position = i.position
                                         where p.review_id = s.id and g.overturned))) as errors
                        from review_standing s join review_score c on c.review_id = s.id
                        where s.reviewed_at >= ? and s.round = 1""")
                .params(track.name(), Timestamp.from(since))
                .query((row, n) -> CriticalErrors.of(row.getInt("monitored"), row.getInt("errors")))
                .single();
    }
}
