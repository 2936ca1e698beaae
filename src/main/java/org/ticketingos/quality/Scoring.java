package org.ticketingos.quality;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.gate.Gates;
import org.ticketingos.gate.Verdict;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/**
 * Turns a reviewer's form into defects, an accuracy in the contract's unit with its bound, a score and a verdict. The
 * field check alone decides whether work goes back; the score judges how it was done.
 */
@Component
class Scoring {

    /** The verdict while a second-level reviewer has to look first. */
    static final String SECOND = "SECOND";

    private static final String GATE = "quality-gates";

    private final Tickets tickets;
    private final Clients clients;
    private final Checklist checklist;
    private final ReviewForm form;
    private final SecondReviewForm secondForm;
    private final ScorecardSheet scorecard;
    private final Scores scores;
    private final ReviewRules rules;
    private final Sampling sampling;
    private final Defects defects;
    private final Reviews reviews;
    private final Gates gates;
    private final Clock clock;

    Scoring(
            Tickets tickets,
            Clients clients,
            Checklist checklist,
            ReviewForm form,
            SecondReviewForm secondForm,
            ScorecardSheet scorecard,
            Scores scores,
            ReviewRules rules,
            Sampling sampling,
            Defects defects,
            Reviews reviews,
            Gates gates,
            Clock clock) {
        this.tickets = tickets;
        this.clients = clients;
        this.checklist = checklist;
        this.form = form;
        this.secondForm = secondForm;
        this.scorecard = scorecard;
        this.scores = scores;
        this.rules = rules;
        this.sampling = sampling;
        this.defects = defects;
        this.reviews = reviews;
        this.gates = gates;
        this.clock = clock;
    }

    /** Takes the first reviewer's answers in and says PASSED, DEFECTS, or SECOND when a second look was drawn. */
    String score(TicketId id, Map<String, Object> typed) {
        mustPass(form, id, typed);
        int round = reviews.nextRound(id);
        Ticket ticket = tickets.get(id);
        boolean second = round == 1
                && sampling.second(id, rules.of(ticket.client(), ticket.lineCode()).secondPercent());
        String verdict = keep(id, typed, round, 1, !second);
        return second ? SECOND : verdict;
    }

    /** Takes the second-level reviewer's answers in; what this one found stands. */
    String scoreAgain(TicketId id, Map<String, Object> typed) {
        mustPass(secondForm, id, typed);
        return keep(id, typed, reviews.nextRound(id) - 1, 2, true);
    }

    private static void mustPass(FormFiller form, TicketId id, Map<String, Object> typed) {
        Map<String, String> findings = form.check(id, typed);
        if (!findings.isEmpty()) {
            throw new TicketRefused(findings.values().iterator().next());
        }
    }

    private String keep(TicketId id, Map<String, Object> typed, int round, int level, boolean stands) {
        Ticket ticket = tickets.get(id);
        List<NewDefect> wrong = form.defects(id, typed);
        Sample sample = sample(id, contract(ticket), form.inspected(typed), wrong);
        Verdict verdict = gates.check(GATE, sample);
        String said = verdict.passed() ? Review.PASSED : Review.DEFECTS;
        Review look = new Review(
                UUID.randomUUID(),
                id,
                round,
                level,
                ticket.lineCode(),
                CurrentUser.find().map(CurrentUser::login).orElse("system"),
                sample.unit(),
                sample.inspected(),
                sample.defects(),
                sample.criticalDefects(),
                sample.accuracy(),
                Proof.upperError(sample.defects(), sample.inspected()),
                sample.target(),
                said,
                String.join(" ", verdict.reasons()),
                Rows.text(typed, "note"),
                clock.instant());
        UUID review = look.id();
        reviews.keep(look);
        reviews.keep(look, checklist.keyers(id));
        reviews.keep(review, form.checks(id, typed));
        scorecard.of(id).ifPresent(card -> scores.keep(review, scorecard.answers(id, typed), card.id()));
        if (stands) {
            defects.log(id, review, wrong);
        }
        return said;
    }

    Contract contract(Ticket ticket) {
        String contract = ticket.contractId();
        if (contract == null) {
            throw new IllegalStateException("ticket " + ticket.number() + " is under no contract");
        }
        return clients.contract(contract);
    }

    private Sample sample(TicketId id, Contract contract, int fields, List<NewDefect> wrong) {
        boolean byDocument = contract.accuracyUnit().equals("DOCUMENT");
        int inspected = byDocument ? checklist.recorded(id).size() : fields;
        int bad = byDocument ? documents(wrong) : wrong.size();
        List<NewDefect> critical =
                wrong.stream().filter(defect -> defect.severity() == Severity.CRITICAL).toList();
        BigDecimal accuracy = inspected == 0 ? BigDecimal.ONE : Accuracy.share(inspected - bad, inspected);
        return new Sample(
                accuracy,
                contract.accuracyTarget(),
                contract.accuracyUnit(),
                inspected,
                bad,
                byDocument ? documents(critical) : critical.size());
    }

    private static int documents(List<NewDefect> wrong) {
        return (int) wrong.stream().map(NewDefect::item).distinct().count();
    }
}
