package org.ticketingos.quality;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.Contract;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/**
 * Every look a reviewer has taken, and what all of them together prove. A second look and a won appeal count by new rows;
 * no row is ever changed.
 */
@Repository
@Transactional
public class Reviews {

    private final JdbcClient jdbc;
    private final Tickets tickets;

    Reviews(JdbcClient jdbc, Tickets tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    /** All rounds of a ticket, the first look first. */
    @Transactional(readOnly = true)
    public List<Review> of(TicketId ticket) {
        return jdbc.sql("select * from review where ticket_id = ? order by round, level")
                .param(ticket.value())
                .query(Reviews::review)
                .list();
    }

    /**
     * What first looks from one instant until another prove for a contract. Tickets that were looked at for another
     * reason than the contract's lottery (a new agent, say) do not count: they are no random sample.
     */
    @Transactional(readOnly = true)
    public Accuracy accuracy(Contract contract, Instant from, Instant until) {
        List<int[]> looks = jdbc.sql("""
                        select u.draw, r.inspected, r.errors from review_standing r
                        join sample_unit u on u.ticket_id = r.ticket_id
                        where r.client_id = ? and r.line = ? and r.round = 1 and r.unit = ?
                          and r.reviewed_at >= ? and r.reviewed_at < ?""")
                .params(
                        contract.client().value(),
                        contract.line(),
                        contract.accuracyUnit(),
                        Timestamp.from(from),
                        Timestamp.from(until))
                .query((row, n) -> Draw.hits(row.getString("draw"), contract.samplingPercent())
                        ? new int[] {row.getInt("inspected"), row.getInt("errors")}
                        : new int[] {0, 0})
                .list();
        return Accuracy.of(
                contract.accuracyUnit(),
                looks.stream().mapToInt(look -> look[0]).sum(),
                looks.stream().mapToInt(look -> look[1]).sum(),
                contract.accuracyTarget());
    }

    @Transactional(readOnly = true)
    public Review get(UUID id) {
        return jdbc.sql("select * from review where id = ?")
                .param(id)
                .query(Reviews::review)
                .optional()
                .orElseThrow(() -> new TicketRefused("There is no such review."));
    }

    /**
     * One field as a reviewer judged it.
     *
     * @param value what was keyed then
     */
    public record Check(
            UUID item,
            String field,
            String label,
            String value,
            boolean correct,
            String expected,
            @Nullable Severity severity,
            @Nullable Cause cause) {}

    /** Every field of a review, in the order of the work. */
    @Transactional(readOnly = true)
    public List<Check> checks(UUID review) {
        return jdbc.sql("select * from review_check where review_id = ? order by position")
                .param(review)
                .query((row, n) -> new Check(
                        row.getObject("item_id", UUID.class),
                        row.getString("field"),
                        row.getString("label"),
                        row.getString("value"),
                        row.getBoolean("correct"),
                        row.getString("expected"),
                        row.getString("severity") == null ? null : Severity.valueOf(row.getString("severity")),
                        row.getString("cause") == null ? null : Cause.find(row.getString("cause")).orElseThrow()))
                .list();
    }

    /** Whose work it was, as it was then: rework by others changes nothing about that. */
    @Transactional(readOnly = true)
    public List<String> keyers(UUID review) {
        return jdbc.sql("select agent from review_keyer where review_id = ? order by agent")
                .param(review)
                .query(String.class)
                .list();
    }

    void keep(Review review, List<String> keyers) {
        for (String keyer : keyers) {
            jdbc.sql("""
                            insert into review_keyer (agent, reviewed_at, review_id, client_id)
                            select ?, reviewed_at, id, client_id from review where id = ?""")
                    .params(keyer, review.id())
                    .update();
        }
    }

    void keep(UUID review, List<Check> checks) {
        int position = 0;
        for (Check check : checks) {
            jdbc.sql("""
                            insert into review_check (review_id, position, client_id, item_id, field, label, value,
                                                      correct, expected, severity, cause)
                            select id, ?, client_id, ?, ?, ?, ?, ?, ?, ?, ? from review where id = ?""")
                    .params(position++, check.item(), check.field(), check.label(), check.value(), check.correct(),
                            check.expected(), check.severity() == null ? null : check.severity().name(),
                            check.cause() == null ? null : check.cause().code(), review)
                    .update();
        }
    }

    int nextRound(TicketId ticket) {
        return jdbc.sql("select coalesce(max(round), 0) + 1 from review where ticket_id = ?")
                .param(ticket.value())
                .query(Integer.class)
                .single();
    }

    void keep(Review review) {
        jdbc.sql("""
                        insert into review (id, ticket_id, client_id, round, level, line, reviewer, unit, inspected, errors,
                                            critical, accuracy, upper_error, target, verdict, reasons, note,
                                            reviewed_at)
                        select :id, t.id, t.client_id, :round, :level, :line, :reviewer, :unit, :inspected, :errors,
                               :critical, :accuracy, :upper, :target, :verdict, :reasons, :note, :at
                        from ticket t where t.id = :ticket""")
                .param("id", review.id())
                .param("ticket", review.ticket().value())
                .param("round", review.round())
                .param("level", review.level())
                .param("line", review.line())
                .param("reviewer", review.reviewer())
                .param("unit", review.unit())
                .param("inspected", review.inspected())
                .param("errors", review.errors())
                .param("critical", review.critical())
                .param("accuracy", review.accuracy())
                .param("upper", review.upperError())
                .param("target", review.target())
                .param("verdict", review.verdict())
                .param("reasons", review.reasons())
                .param("note", review.note())
                .param("at", Timestamp.from(review.at()))
                .update();
        tickets.record(new ReviewScored(
                review.ticket(),
                review.round(),
                review.level(),
                review.reviewer(),
                review.unit(),
                review.inspected(),
                review.errors(),
                review.accuracy(),
                review.upperError(),
                review.target(),
                review.verdict(),
                review.at()));
    }

    private static Review review(ResultSet row, int n) throws SQLException {
        return new Review(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getInt("round"),
                row.getInt("level"),
                row.getString("line"),
                row.getString("reviewer"),
                row.getString("unit"),
                row.getInt("inspected"),
                row.getInt("errors"),
                row.getInt("critical"),
                decimal(row, "accuracy"),
                decimal(row, "upper_error"),
                decimal(row, "target"),
                row.getString("verdict"),
                row.getString("reasons"),
                row.getString("note"),
                row.getTimestamp("reviewed_at").toInstant());
    }

    private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }
}
