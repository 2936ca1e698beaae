package org.ticketingos.quality;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.quality.ScoreFormula.Score;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Takes the ruling on an appeal in: what is overturned counts no more, by new rows beside the old ones. */
@Component
class Rulings {

    private final JdbcClient jdbc;
    private final AppealForm form;
    private final Appeals appeals;
    private final Reviews reviews;
    private final Scores scores;
    private final Defects defects;
    private final Tickets tickets;
    private final Clock clock;

    Rulings(
            JdbcClient jdbc,
            AppealForm form,
            Appeals appeals,
            Reviews reviews,
            Scores scores,
            Defects defects,
            Tickets tickets,
            Clock clock) {
        this.jdbc = jdbc;
        this.form = form;
        this.appeals = appeals;
        this.reviews = reviews;
        this.scores = scores;
        this.defects = defects;
        this.tickets = tickets;
        this.clock = clock;
    }

    void rule(TicketId ticket, Map<String, Object> typed) {
        Map<String, String> findings = form.check(ticket, typed);
        if (!findings.isEmpty()) {
            throw new TicketRefused(findings.values().iterator().next());
        }
        Appeal appeal = appeals.open(ticket).orElseThrow(() -> new TicketRefused("This appeal is decided already."));
        Map<Integer, AppealForm.Ruling> rulings = form.rulings(typed);
        rulings.forEach((position, ruling) -> jdbc.sql("""
                        insert into appeal_ruling (appeal_id, position, client_id, overturned, reason)
                        select id, ?, client_id, ?, ? from appeal where id = ?""")
                .params(position, ruling.overturned(), ruling.why(), appeal.id())
                .update());
        List<Appeal.Item> won = appeal.items().stream()
                .filter(item -> rulings.get(item.position()).overturned())
                .toList();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into appeal_decision (appeal_id, client_id, reviewer, overturned, note, decided_at)
                        select id, client_id, ?, ?, ?, ? from appeal where id = ?""")
                .params(
                        CurrentUser.find().map(CurrentUser::login).orElse("system"),
                        !won.isEmpty(),
                        Rows.text(typed, "note"),
                        now,
                        appeal.id())
                .update();
        if (!won.isEmpty()) {
            correct(appeal, won, now);
        }
        tickets.record(new AppealDecided(
                ticket, appeal.id(), appeal.review(), appeal.items().size(), won.size(), clock.instant()));
    }

    private void correct(Appeal appeal, List<Appeal.Item> won, Timestamp now) {
        Review review = reviews.get(appeal.review());
        won.stream().map(Appeal.Item::defect).filter(Objects::nonNull)
                .forEach(defect -> defects.withdraw(defect, appeal.id()));
        List<Defect> left = appeals.defectsOf(review).stream().filter(defect -> !defect.withdrawn()).toList();
        int errors = count(review, left);
        int critical = count(review, left.stream().filter(one -> one.severity() == Severity.CRITICAL).toList());
        List<UUID> questions = won.stream().map(Appeal.Item::question).filter(Objects::nonNull).toList();
        Score score = scores.score(review.id(), questions);
        boolean scored = scores.of(review.id()).isPresent();
        jdbc.sql("""
                        insert into review_correction (id, review_id, client_id, appeal_id, errors, critical, accuracy,
                                                       upper_error, weighted, failed, corrected_at)
                        select ?, id, client_id, ?, ?, ?, ?, ?, ?::numeric, ?::boolean, ? from review where id = ?""")
                .params(
                        UUID.randomUUID(),
                        appeal.id(),
                        errors,
                        critical,
                        Accuracy.share(review.inspected() - errors, review.inspected()),
                        Proof.upperError(errors, review.inspected()),
                        scored ? score.weighted() : null,
                        scored ? score.failed() : null,
                        now,
                        review.id())
                .update();
    }

    private static int count(Review review, List<Defect> defects) {
        return review.unit().equals("DOCUMENT")
                ? (int) defects.stream().map(Defect::item).distinct().count()
                : defects.size();
    }
}
