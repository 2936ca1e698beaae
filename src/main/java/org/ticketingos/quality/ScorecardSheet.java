package org.ticketingos.quality;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.quality.Scorecard.Question;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The scorecard as rows of the reviewer's form. All questions are answered, whoever sends the form (GATE-4). */
@Component
class ScorecardSheet {

    static final String LIST = "questions";

    private final Scorecards scorecards;
    private final Guidelines guidelines;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final Clock clock;

    ScorecardSheet(Scorecards scorecards, Guidelines guidelines, Tickets tickets, JdbcClient jdbc, Clock clock) {
        this.scorecards = scorecards;
        this.guidelines = guidelines;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A question with what was answered. */
    record Answer(Question question, Mark mark, String remark) {}

    /** The version that held when the ticket was sampled: a change meanwhile does not touch what is being reviewed. */
    Optional<Scorecard> of(TicketId id) {
        Ticket ticket = tickets.get(id);
        Instant at = jdbc.sql("select decided_at from sample_unit where ticket_id = ?")
                .param(id.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElseGet(clock::instant);
        return scorecards.inForce(ticket.client(), ticket.lineCode(), at);
    }

    List<Map<String, Object>> rows(TicketId id) {
        Ticket ticket = tickets.get(id);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Question question : of(id).map(Scorecard::questions).orElse(List.of())) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("question", question.id().toString());
            row.put("text", question.text());
            row.put("counts", question.fatal() == null
                    ? "Weight " + question.weight()
                    : "Weight " + question.weight() + " · fatal: " + question.fatal().label());
            guidelines.latest(ticket.client(), ticket.lineCode(), Guidelines.question(question.code()))
                    .or(() -> Optional.of(question.guidance()).filter(words -> !words.isEmpty()))
                    .ifPresent(words -> row.put("guidance", words));
            rows.add(row);
        }
        return rows;
    }

    void check(TicketId id, Map<String, Object> form, Map<String, String> findings) {
        Map<String, Question> open = new LinkedHashMap<>();
        of(id).ifPresent(card -> card.questions().forEach(one -> open.put(one.id().toString(), one)));
        List<Map<?, ?>> rows = Rows.of(form, LIST);
        for (int i = 0; i < rows.size(); i++) {
            String at = LIST + "[" + i + "].";
            if (open.remove(Rows.text(rows.get(i), "question")) == null) {
                findings.put(at + "question", "This is not an open question of the scorecard.");
            }
            Optional<Mark> mark = Mark.find(Rows.text(rows.get(i), "mark"));
            if (mark.isEmpty()) {
                findings.put(at + "mark", "Choose an answer.");
            } else if (mark.get() != Mark.YES && mark.get() != Mark.NA && Rows.text(rows.get(i), "remark").isEmpty()) {
                findings.put(at + "remark", "Say why, so that the agent can learn from it.");
            }
        }
        if (!open.isEmpty()) {
            findings.put(LIST, "Every question must be answered; still missing: " + open.size() + ".");
        }
    }

    /** The answers of a form that has passed {@link #check}. */
    List<Answer> answers(TicketId id, Map<String, Object> form) {
        Map<UUID, Question> questions = new LinkedHashMap<>();
        of(id).ifPresent(card -> card.questions().forEach(one -> questions.put(one.id(), one)));
        List<Answer> answers = new ArrayList<>();
        for (Map<?, ?> row : Rows.of(form, LIST)) {
            answers.add(new Answer(
                    questions.get(UUID.fromString(Rows.text(row, "question"))),
                    Mark.find(Rows.text(row, "mark")).orElseThrow(),
                    Rows.text(row, "remark")));
        }
        return answers;
    }
}
