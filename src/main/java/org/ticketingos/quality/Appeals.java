package org.ticketingos.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.delivery.FieldNames;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Disputes of verdicts. One per review; what was said and what was ruled is only ever added to. */
@Repository
@Transactional
public class Appeals {

    private static final int LONGEST_REASON = 2_000;

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final Scores scores;
    private final Defects defects;
    private final ReviewRules rules;
    private final Tickets tickets;
    private final Clock clock;

    Appeals(
            JdbcClient jdbc,
            Reviews reviews,
            Scores scores,
            Defects defects,
            ReviewRules rules,
            Tickets tickets,
            Clock clock) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.scores = scores;
        this.defects = defects;
        this.rules = rules;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Until when a review of one's own work may be disputed. */
    @Transactional(readOnly = true)
    public Instant deadline(Review review) {
        Ticket ticket = tickets.get(review.ticket());
        return review.at().plus(Duration.ofDays(rules.of(ticket.client(), review.line()).disputeDays()));
    }

    /**
     * Disputes a review of one's own work.
     *
     * @param points ids of defects the review found, or of questions it answered
     */
    public Appeal dispute(UUID reviewId, Set<UUID> points, String reason, String agent) {
        Review review = reviews.get(reviewId);
        if (!reviews.keyers(reviewId).contains(agent)) {
            throw new TicketRefused("Only whoever did the work may dispute its review.");
        }
        if (superseded(review)) {
            throw new TicketRefused("A second-level reviewer has looked again; dispute that result.");
        }
        if (clock.instant().isAfter(deadline(review))) {
            throw new TicketRefused("The days in which this review could be disputed are over.");
        }
        if (of(reviewId).isPresent()) {
            throw new TicketRefused("This review was disputed already.");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new TicketRefused("Say why you do not agree, in at most 2,000 characters.");
        }
        List<UUID> disputable = disputable(review);
        if (points.isEmpty() || !disputable.containsAll(points)) {
            throw new TicketRefused("Choose what you do not agree with: at least one defect or answer of this review.");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into appeal (id, ticket_id, client_id, review_id, agent, reason, opened_at)
                        select ?, ticket_id, client_id, id, ?, ?, ? from review where id = ?""")
                .params(id, agent, reason.strip(), Timestamp.from(clock.instant()), reviewId)
                .update();
        int position = 0;
        Set<UUID> found = new LinkedHashSet<>(defectsOf(review).stream().map(Defect::id).toList());
        for (UUID point : disputable.stream().filter(points::contains).toList()) {
            jdbc.sql("""
                            insert into appeal_item (appeal_id, position, client_id, defect_id, question_id)
                            select id, ?, client_id, ?::uuid, ?::uuid from appeal where id = ?""")
                    .params(position++, found.contains(point) ? point : null, found.contains(point) ? null : point, id)
                    .update();
        }
        tickets.record(new VerdictDisputed(review.ticket(), id, reviewId, points.size(), clock.instant()));
        return of(reviewId).orElseThrow();
    }

    /** What of a review can be disputed: its defects, then its answers that were no full yes. */
    List<UUID> disputable(Review review) {
        Set<UUID> points = new LinkedHashSet<>(defectsOf(review).stream().map(Defect::id).toList());
        scores.answers(review.id()).stream()
                .filter(answer -> answer.mark() == Mark.NO || answer.mark() == Mark.PARTLY)
                .forEach(answer -> points.add(answer.question()));
        return List.copyOf(points);
    }

    List<Defect> defectsOf(Review review) {
        return defects.of(review.ticket()).stream()
                .filter(defect -> review.id().equals(defect.review()))
                .toList();
    }

    private boolean superseded(Review review) {
        return reviews.of(review.ticket()).stream()
                .anyMatch(other -> other.round() == review.round() && other.level() > review.level());
    }

    /** The appeal against a review. */
    @Transactional(readOnly = true)
    public Optional<Appeal> of(UUID review) {
        return appeals("a.review_id = ?", review).stream().findFirst();
    }

    /** The oldest appeal of a ticket that nobody has decided. */
    @Transactional(readOnly = true)
    public Optional<Appeal> open(TicketId ticket) {
        return appeals("a.ticket_id = ? and d.appeal_id is null", ticket.value()).stream().findFirst();
    }

    private List<Appeal> appeals(String condition, Object value) {
        return jdbc.sql("""
                        select a.*, d.decided_at, coalesce(d.note, '') as note from appeal a
                        left join appeal_decision d on d.appeal_id = a.id where %s order by a.opened_at"""
                        .formatted(condition))
                .param(value)
                .query(this::appeal)
                .list();
    }

    private Appeal appeal(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp decided = row.getTimestamp("decided_at");
        return new Appeal(
                id,
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getObject("review_id", UUID.class),
                row.getString("agent"),
                row.getString("reason"),
                row.getTimestamp("opened_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("note"),
                items(id));
    }

    private List<Appeal.Item> items(UUID appeal) {
        return jdbc.sql("""
                        select i.*, d.field, d.found, d.expected, d.severity, d.cause, q.text, a.mark, a.remark,
                               r.overturned, coalesce(r.reason, '') as why, w.position as document
                        from appeal_item i
                        join appeal p on p.id = i.appeal_id
                        left join defect d on d.id = i.defect_id
                        left join work_item w on w.id = d.item_id
                        left join scorecard_question q on q.id = i.question_id
                        left join review_answer a on a.question_id = i.question_id and a.review_id = p.review_id
                        left join appeal_ruling r on r.appeal_id = i.appeal_id and r.position = i.position
                        where i.appeal_id = ? order by i.position""")
                .param(appeal)
                .query(Appeals::item)
                .list();
    }

    private static Appeal.Item item(ResultSet row, int n) throws SQLException {
        UUID defect = row.getObject("defect_id", UUID.class);
        Object overturned = row.getObject("overturned");
        return new Appeal.Item(
                row.getInt("position"),
                defect,
                row.getObject("question_id", UUID.class),
                defect == null
                        ? row.getString("text")
                        : "Document " + row.getInt("document") + ": " + FieldNames.label(row.getString("field")),
                defect == null ? "" : Rows.shown(row.getString("found")),
                defect == null
                        ? claim(Mark.valueOf(row.getString("mark")), row.getString("remark"))
                        : "Should be " + Rows.shown(row.getString("expected")) + " · "
                                + Cause.find(row.getString("cause")).map(Cause::label).orElse("") + " · "
                                + row.getString("severity").toLowerCase(java.util.Locale.ROOT),
                (Boolean) overturned,
                row.getString("why"));
    }

    private static String claim(Mark mark, @Nullable String remark) {
        return remark == null || remark.isEmpty() ? mark.label() : mark.label() + ": " + remark;
    }
}
