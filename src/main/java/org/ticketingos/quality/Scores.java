package org.ticketingos.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.quality.ScoreFormula.Answered;
import org.ticketingos.quality.ScoreFormula.Score;

/** Filled scorecards: the raw answers as given, and what they came to under the version that held. */
@Repository
@Transactional
public class Scores {

    private final JdbcClient jdbc;

    Scores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One question as it was answered. */
    public record Answer(
            UUID question, String code, String text, int weight, @Nullable Track fatal, Mark mark, String remark) {}

    void keep(UUID review, List<ScorecardSheet.Answer> answers, UUID scorecard) {
        for (ScorecardSheet.Answer answer : answers) {
            jdbc.sql("""
                            insert into review_answer (review_id, question_id, client_id, mark, remark)
                            select id, ?, client_id, ?, ? from review where id = ?""")
                    .params(answer.question().id(), answer.mark().name(), answer.remark(), review)
                    .update();
        }
        Score score = score(review, List.of());
        jdbc.sql("""
                        insert into review_score (review_id, client_id, scorecard_id, weighted, failed)
                        select id, client_id, ?, ?, ? from review where id = ?""")
                .params(scorecard, score.weighted(), score.failed(), review)
                .update();
    }

    /** The answers of a review, in the order of its scorecard; empty where none held. */
    @Transactional(readOnly = true)
    public List<Answer> answers(UUID review) {
        return jdbc.sql("""
                        select q.id, q.code, q.text, q.weight, q.fatal, a.mark, a.remark from review_answer a
                        join scorecard_question q on q.id = a.question_id
                        where a.review_id = ? order by q.position""")
                .param(review)
                .query((row, n) -> new Answer(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("text"),
                        row.getInt("weight"),
                        row.getString("fatal") == null ? null : Track.valueOf(row.getString("fatal")),
                        Mark.valueOf(row.getString("mark")),
                        row.getString("remark")))
                .list();
    }

    /** What the review's scorecard came to, as scored then. */
    @Transactional(readOnly = true)
    public Optional<Score> of(UUID review) {
        return jdbc.sql("select weighted, failed from review_score where review_id = ?")
                .param(review)
                .query((row, n) -> new Score(row.getBigDecimal("weighted"), row.getBoolean("failed")))
                .optional();
    }

    /** The same answers with some put right: each overturned one counts as a yes. */
    Score score(UUID review, List<UUID> overturned) {
        return ScoreFormula.of(answers(review).stream()
                .map(answer -> new Answered(
                        answer.weight(),
                        answer.fatal() != null,
                        overturned.contains(answer.question()) ? Mark.YES : answer.mark()))
                .toList());
    }

    /** Mean of what counted over first-round reviews of a reviewer's or client's work, as a share. */
    static @Nullable BigDecimal mean(List<BigDecimal> counted) {
        return counted.isEmpty()
                ? null
                : counted.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(counted.size()), 6, java.math.RoundingMode.HALF_UP);
    }
}
