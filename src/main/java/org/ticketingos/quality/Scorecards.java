package org.ticketingos.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.FreshProof;
import org.ticketingos.client.ClientId;
import org.ticketingos.quality.Scorecard.Question;
import org.ticketingos.ticket.TicketRefused;

/** All scorecards of all clients' lines: one in force, at most one draft, and everything that ever held (QMS-2). */
@Repository
@Transactional
public class Scorecards {

    /** A reviewer has to answer them all, for every sample. */
    private static final int MOST_QUESTIONS = 40;

    private final JdbcClient jdbc;
    private final FreshProof proof;
    private final Clock clock;

    Scorecards(JdbcClient jdbc, Clock clock, FreshProof proof) {
        this.proof = proof;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which version held for a line at an instant; a sample keeps the one it was drawn under. */
    @Transactional(readOnly = true)
    public Optional<Scorecard> inForce(ClientId client, String line, Instant at) {
        return jdbc.sql("""
                        select * from scorecard
                        where client_id = ? and line = ? and active_from <= ?
                          and (active_until is null or active_until > ?)
                        order by version desc limit 1""")
                .params(client.value(), line, Timestamp.from(at), Timestamp.from(at))
                .query(this::scorecard)
                .optional();
    }

    /** Every version of every line, newest first within its line. */
    @Transactional(readOnly = true)
    public List<Scorecard> all() {
        return jdbc.sql("select * from scorecard order by client_id, line, version desc")
                .query(this::scorecard)
                .list();
    }

    @Transactional(readOnly = true)
    public Scorecard get(UUID id) {
        return jdbc.sql("select * from scorecard where id = ?")
                .param(id)
                .query(this::scorecard)
                .optional()
                .orElseThrow(() -> new TicketRefused("There is no such scorecard."));
    }

    /** Keeps a draft for a line, in place of the draft there is; reviews do not see it. */
    public Scorecard draft(ClientId client, String line, String name, List<Question> questions, String by) {
        check(name, questions);
        jdbc.sql("""
                        delete from scorecard_question where scorecard_id in (
                            select id from scorecard where client_id = ? and line = ? and active_from is null)""")
                .params(client.value(), line)
                .update();
        jdbc.sql("delete from scorecard where client_id = ? and line = ? and active_from is null")
                .params(client.value(), line)
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into scorecard (id, client_id, line, version, name, drafted_by, drafted_at)
                        select :id, :client, :line, coalesce(max(version), 0) + 1, :name, :by, :at
                        from scorecard where client_id = :client and line = :line""")
                .param("id", id)
                .param("client", client.value())
                .param("line", line)
                .param("name", name.strip())
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        int position = 0;
        for (Question question : questions) {
            jdbc.sql("""
                            insert into scorecard_question (id, scorecard_id, client_id, code, position, text, guidance,
                                                            weight, fatal)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(UUID.randomUUID(), id, client.value(), question.code(), position++, question.text(),
                            question.guidance(), question.weight(),
                            question.fatal() == null ? null : question.fatal().name())
                    .update();
        }
        return get(id);
    }

    /** Puts a draft in force for all that is sampled from now on; never by the one who wrote it. */
    public Scorecard activate(UUID id, String by) {
        proof.need(by);
        Scorecard draft = get(id);
        if (!draft.draft()) {
            throw new TicketRefused("This version is in force already or was replaced.");
        }
        if (draft.draftedBy().equals(by)) {
            throw new TicketRefused("You wrote this draft; somebody else must put it in force.");
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        update scorecard set active_until = ?
                        where client_id = ? and line = ? and active_from is not null and active_until is null""")
                .params(now, draft.client().value(), draft.line())
                .update();
        jdbc.sql("update scorecard set active_from = ?, activated_by = ? where id = ? and active_from is null")
                .params(now, by, id)
                .update();
        return get(id);
    }

    private static void check(String name, List<Question> questions) {
        if (name.isBlank() || name.length() > 200) {
            throw new TicketRefused("Give the scorecard a name of at most 200 characters.");
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new TicketRefused("A scorecard has 1 to " + MOST_QUESTIONS + " questions.");
        }
        List<String> codes = new ArrayList<>();
        for (Question question : questions) {
            if (question.text().isBlank() || question.text().length() > 500) {
                throw new TicketRefused("Every question needs words, at most 500 characters.");
            }
            if (question.guidance().length() > 2_000) {
                throw new TicketRefused("Guidance has at most 2,000 characters.");
            }
            if (question.weight() < 0 || question.weight() > 100) {
                throw new TicketRefused("A weight is a whole number from 0 to 100.");
            }
            if (codes.contains(question.code())) {
                throw new TicketRefused("Two questions have the same code.");
            }
            codes.add(question.code());
        }
        if (questions.stream().mapToInt(Question::weight).sum() == 0) {
            throw new TicketRefused("At least one question needs a weight above 0.");
        }
    }

    private Scorecard scorecard(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Scorecard(
                id,
                new ClientId(row.getString("client_id")),
                row.getString("line"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("drafted_by"),
                instant(row.getTimestamp("active_from")),
                instant(row.getTimestamp("active_until")),
                row.getString("activated_by"),
                questions(id));
    }

    private List<Question> questions(UUID scorecard) {
        return jdbc.sql("select * from scorecard_question where scorecard_id = ? order by position")
                .param(scorecard)
                .query((row, n) -> {
                    String fatal = row.getString("fatal");
                    return new Question(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getString("text"),
                            row.getString("guidance"),
                            row.getInt("weight"),
                            fatal == null ? null : Track.valueOf(fatal));
                })
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
