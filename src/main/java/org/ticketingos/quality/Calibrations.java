package org.ticketingos.quality;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketRefused;

/** All calibration sessions: drawn, judged blind, closed, agreed (QMS-3). */
@Repository
@Transactional
public class Calibrations {

    private final JdbcClient jdbc;
    private final CalibrationPoints points;
    private final CalibrationRows rows;
    private final CalibrationDraw drawing;
    private final Guidelines guidelines;
    private final Clock clock;

    Calibrations(
            JdbcClient jdbc,
            CalibrationPoints points,
            CalibrationRows rows,
            CalibrationDraw drawing,
            Guidelines guidelines,
            Clock clock) {
        this.jdbc = jdbc;
        this.points = points;
        this.rows = rows;
        this.drawing = drawing;
        this.guidelines = guidelines;
        this.clock = clock;
    }

    /**
     * What one rater said about one point.
     *
     * @param expected what a wrong field should be
     */
    public record Given(UUID point, String answer, String expected, String remark) {}

    /** An answer with its rater; to be had of a closed session only. */
    public record Rated(UUID point, String login, String answer, String expected, String remark) {}

    /** What was agreed on a point. */
    public record Agreed(UUID point, String answer, String guidance, String by) {}

    /** Draws items of a line among what was reviewed since an instant, and asks the raters to judge them. */
    public Calibration draw(
            ClientId client, String line, String title, int size, Set<String> raters, Instant since, CurrentUser leader) {
        lead(leader);
        return rows.get(drawing.draw(client, line, title, size, raters, since, leader.login()));
    }

    /** Sessions this person leads or rates; a leader sees all. Newest first. */
    @Transactional(readOnly = true)
    public List<Calibration> of(CurrentUser who) {
        return rows.of(who.login(), leads(who));
    }

    @Transactional(readOnly = true)
    public Calibration find(UUID id, CurrentUser who) {
        Calibration session = rows.get(id);
        if (!leads(who) && session.rater(who.login()).isEmpty()) {
            throw new TicketRefused("There is no such session.");
        }
        return session;
    }

    /** Keeps what a rater has judged so far; complete, it can be handed in. */
    public void answer(UUID id, List<Given> given, CurrentUser who) {
        Calibration session = open(id, who);
        Map<UUID, Calibration.Point> known = new LinkedHashMap<>();
        session.items().forEach(item -> item.points().forEach(point -> known.put(point.id(), point)));
        for (Given one : given) {
            Calibration.Point point = known.get(one.point());
            if (point == null) {
                throw new TicketRefused("This point is not part of the session.");
            }
            if (!point.choices().containsKey(one.answer())) {
                throw new TicketRefused("Choose one of the listed answers for " + point.label() + ".");
            }
            if (one.expected().length() > 500 || one.remark().length() > 500) {
                throw new TicketRefused("At most 500 characters can be taken for " + point.label() + ".");
            }
            jdbc.sql("""
                            insert into calibration_answer (point_id, login, client_id, answer, expected, remark)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict (point_id, login) do update
                            set answer = excluded.answer, expected = excluded.expected, remark = excluded.remark""")
                    .params(one.point(), who.login(), session.client().value(), one.answer(), one.expected(),
                            one.remark())
                    .update();
        }
    }

    /** What this rater has said so far; never anybody else's. */
    @Transactional(readOnly = true)
    public List<Rated> own(UUID id, CurrentUser who) {
        return rows.rated(id, "and a.login = ?", who.login());
    }

    /** Hands in; when everybody has, the session closes and the differences show. */
    public void finish(UUID id, CurrentUser who) {
        Calibration session = open(id, who);
        int all = session.items().stream().mapToInt(item -> item.points().size()).sum();
        int missing = all - own(id, who).size();
        if (missing > 0) {
            throw new TicketRefused(missing == 1
                    ? "One point is not judged yet."
                    : missing + " points are not judged yet.");
        }
        jdbc.sql("update calibration_rater set finished_at = ? where calibration_id = ? and login = ?")
                .params(Timestamp.from(clock.instant()), id, who.login())
                .update();
        if (rows.get(id).raters().stream().allMatch(rater -> rater.finishedAt() != null)) {
            close(id);
        }
    }

    /** The leader ends the session before everybody is in. */
    public void end(UUID id, CurrentUser leader) {
        lead(leader);
        if (rows.get(id).closed()) {
            throw new TicketRefused("This session is closed already.");
        }
        close(id);
    }

    /** Everybody's answers, once the session is closed: nobody sees another's before. */
    @Transactional(readOnly = true)
    public List<Rated> answers(UUID id, CurrentUser who) {
        if (!find(id, who).closed()) {
            throw new TicketRefused("Answers are shown when everybody is in, or the leader has closed the session.");
        }
        return rows.rated(id, "and ? <> ''", who.login());
    }

    /** Differences, agreement and strictness of a closed session. */
    @Transactional(readOnly = true)
    public CalibrationResult result(UUID id, CurrentUser who) {
        return CalibrationResult.of(find(id, who), answers(id, who));
    }

    /** Stored papers of an item, to be looked at beside it. */
    @Transactional(readOnly = true)
    public List<String> documents(Calibration.Item item) {
        return points.documents(item);
    }

    /** One answer for all, and the sentence that reviewers find beside the field or question from now on. */
    public void agree(UUID id, UUID pointId, String answer, String guidance, CurrentUser leader) {
        lead(leader);
        Calibration session = rows.get(id);
        if (!session.closed()) {
            throw new TicketRefused("Agree when everybody is in, or close the session first.");
        }
        Calibration.Point point = session.items().stream()
                .flatMap(item -> item.points().stream())
                .filter(one -> one.id().equals(pointId))
                .findFirst()
                .orElseThrow(() -> new TicketRefused("This point is not part of the session."));
        if (!point.choices().containsKey(answer)) {
            throw new TicketRefused("Choose one of the listed answers for " + point.label() + ".");
        }
        if (guidance.length() > 1_000) {
            throw new TicketRefused("Guidance has at most 1,000 characters.");
        }
        jdbc.sql("""
                        insert into calibration_agreed (point_id, client_id, answer, guidance, agreed_by, agreed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (point_id) do update set answer = excluded.answer, guidance = excluded.guidance,
                            agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at""")
                .params(pointId, session.client().value(), answer, guidance.strip(), leader.login(),
                        Timestamp.from(clock.instant()))
                .update();
        if (!guidance.isBlank()) {
            guidelines.write(session.client(), session.line(), point.topic(), guidance.strip(), id, leader.login());
        }
    }

    @Transactional(readOnly = true)
    public List<Agreed> agreed(UUID id, CurrentUser who) {
        find(id, who);
        return jdbc.sql("""
                        select g.* from calibration_agreed g join calibration_point p on p.id = g.point_id
                        join calibration_item i on i.id = p.item_id where i.calibration_id = ?""")
                .param(id)
                .query((row, n) -> new Agreed(
                        row.getObject("point_id", UUID.class),
                        row.getString("answer"),
                        row.getString("guidance"),
                        row.getString("agreed_by")))
                .list();
    }

    /** What was talked about. */
    public void note(UUID id, String note, CurrentUser leader) {
        lead(leader);
        if (note.length() > 4_000) {
            throw new TicketRefused("A note has at most 4,000 characters.");
        }
        jdbc.sql("update calibration set note = ? where id = ?").params(note.strip(), id).update();
    }

    /** Whether a person makes sessions, closes them and writes down what was agreed. */
    public static boolean leads(CurrentUser who) {
        return who.is(Role.SUPERVISOR) || who.is(Role.ANALYST);
    }

    private static void lead(CurrentUser who) {
        if (!leads(who)) {
            throw new TicketRefused("Sessions are led by supervisors and analysts.");
        }
    }

    private void close(UUID id) {
        jdbc.sql("update calibration set closed_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private Calibration open(UUID id, CurrentUser who) {
        jdbc.sql("select id from calibration where id = ? for update").param(id).query(UUID.class).optional();
        Calibration session = find(id, who);
        Calibration.Rater rater = session.rater(who.login())
                .orElseThrow(() -> new TicketRefused("You are not asked to judge in this session."));
        if (session.closed() || rater.finishedAt() != null) {
            throw new TicketRefused("You have handed in, or the session is closed; answers stay as they are.");
        }
        return session;
    }
}
