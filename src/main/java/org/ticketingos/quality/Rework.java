package org.ticketingos.quality;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.quality.Corrections.Point;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Sends work back to the agent under a defect ticket of its own, and takes the corrections in. Never charged. */
@Component
class Rework {

    private final Tickets tickets;
    private final Defects defects;
    private final Complaints complaints;
    private final CorrectionForm form;
    private final WorkItems items;
    private final Clock clock;

    Rework(
            Tickets tickets,
            Defects defects,
            Complaints complaints,
            CorrectionForm form,
            WorkItems items,
            Clock clock) {
        this.tickets = tickets;
        this.defects = defects;
        this.complaints = complaints;
        this.form = form;
        this.items = items;
        this.clock = clock;
    }

    /** One linked defect ticket per round, owned by whoever owns the work. */
    void enter(TicketId id) {
        if (tickets.get(id).stage() == Stage.APPROVAL) {
            complaints.take(id);
        }
        tickets.enter(id, Stage.DEFECT_LOGGING);
        List<Defect> waiting = defects.open(id).stream()
                .filter(defect -> defect.defectTicket() == null)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        Ticket ticket = tickets.get(id);
        String what = waiting.size() == 1 ? "1 defect" : waiting.size() + " defects";
        Ticket opened = tickets.open(new NewTicket(
                ticket.client(),
                Ticket.DEFECT,
                id,
                what + " in " + ticket.number(),
                "quality",
                "quality",
                ticket.line(),
                ticket.priority(),
                clock.instant()));
        defects.putUnder(id, opened.id());
        tickets.enter(opened.id(), Stage.DEFECT_LOGGING);
        String queue = ticket.queue();
        if (queue != null) {
            tickets.assign(opened.id(), queue, ticket.owner(), "Whoever did the work corrects it.");
        }
        tickets.link(new Link(id, "defect", opened.number().value(), what));
    }

    /** Applies what the agent typed, closes the defect tickets, and puts the ticket back where it came from. */
    void resubmit(TicketId id, Map<String, Object> typed) {
        Map<String, String> findings = form.check(id, typed);
        if (!findings.isEmpty()) {
            throw new TicketRefused(findings.values().iterator().next());
        }
        String agent = CurrentUser.find().map(CurrentUser::login).orElse("system");
        Map<UUID, Boolean> changed = new LinkedHashMap<>();
        for (Map.Entry<Point, String> answer : form.typed(id, typed).entrySet()) {
            Point point = answer.getKey();
            boolean differs = !answer.getValue().equals(point.value());
            if (differs) {
                items.correct(point.item(), point.field(), answer.getValue(), agent);
            }
            changed.merge(point.defect().id(), differs, Boolean::logicalOr);
        }
        List<Defect> open = defects.open(id);
        List<TicketId> under = defects.under(id);
        open.forEach(defect -> defects.corrected(defect, agent, changed.getOrDefault(defect.id(), false)));
        defects.settle(id);
        under.forEach(ticket -> tickets.close(ticket, "corrected", clock.instant()));
        tickets.enter(id, stageBefore(id));
    }

    private Stage stageBefore(TicketId id) {
        Stage before = Stage.QUALITY_CHECK;
        for (RecordedEvent event : tickets.history(id)) {
            if (event.kind().equals("stage-entered") && !event.fact("stage").equals(Stage.DEFECT_LOGGING.name())) {
                before = Stage.valueOf(event.fact("stage"));
            }
        }
        return before;
    }
}
