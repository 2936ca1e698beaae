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
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Turns a reviewer's form into defects, an accuracy in the contract's unit with its bound, and a verdict. */
@Component
class Scoring {

    private static final String GATE = "quality-gates";

    private final Tickets tickets;
    private final Clients clients;
    private final Checklist checklist;
    private final ReviewForm form;
    private final Defects defects;
    private final Reviews reviews;
    private final Gates gates;
    private final Clock clock;

    Scoring(
            Tickets tickets,
            Clients clients,
            Checklist checklist,
            ReviewForm form,
            Defects defects,
            Reviews reviews,
            Gates gates,
            Clock clock) {
        this.tickets = tickets;
        this.clients = clients;
        this.checklist = checklist;
        this.form = form;
        this.defects = defects;
        this.reviews = reviews;
        this.gates = gates;
        this.clock = clock;
    }

    /** Takes the reviewer's answers in and says PASSED or DEFECTS. */
    String score(TicketId id, Map<String, Object> typed) {
        Map<String, String> findings = form.check(id, typed);
        if (!findings.isEmpty()) {
            throw new TicketRefused(findings.values().iterator().next());
        }
        Ticket ticket = tickets.get(id);
        Contract contract = contract(ticket);
        List<NewDefect> wrong = form.defects(id, typed);
        Sample sample = sample(id, contract, form.inspected(typed), wrong);
        Verdict verdict = gates.check(GATE, sample);
        defects.log(id, wrong);
        reviews.keep(new Review(
                UUID.randomUUID(),
                id,
                reviews.nextRound(id),
                ticket.lineCode(),
                CurrentUser.find().map(CurrentUser::login).orElse("system"),
                sample.unit(),
                sample.inspected(),
                sample.defects(),
                sample.criticalDefects(),
                sample.accuracy(),
                Proof.upperError(sample.defects(), sample.inspected()),
                sample.target(),
                verdict.passed() ? Review.PASSED : Review.DEFECTS,
                String.join(" ", verdict.reasons()),
                Rows.text(typed, "note"),
                clock.instant()));
        return verdict.passed() ? Review.PASSED : Review.DEFECTS;
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
