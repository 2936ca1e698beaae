package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.delivery.Deliverable;
import org.ticketingos.delivery.Deliverables;
import org.ticketingos.delivery.ItemVerdict;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.ticket.TicketId;

/** Turns what a client said when it rejected a delivery into defects: these have escaped us. */
@Component
class Complaints {

    private final Deliverables deliverables;
    private final Checklist checklist;
    private final Defects defects;

    Complaints(Deliverables deliverables, Checklist checklist, Defects defects) {
        this.deliverables = deliverables;
        this.checklist = checklist;
        this.defects = defects;
    }

    /** One defect per item named wrong; where the client named none, each item may be meant. */
    void take(TicketId ticket) {
        deliverables
                .latest(ticket)
                .filter(delivery -> delivery.state().equals(Deliverable.REJECTED))
                .ifPresent(rejected -> defects.log(ticket, complaints(ticket, rejected)));
    }

    private List<NewDefect> complaints(TicketId ticket, Deliverable rejected) {
        String comment = deliverables.comment(rejected.id()).orElse("");
        List<UUID> recorded =
                checklist.recorded(ticket).stream().map(WorkItem::id).toList();
        List<NewDefect> named = new ArrayList<>();
        for (ItemVerdict verdict : deliverables.verdicts(rejected.id())) {
            if (verdict.isWrong() && recorded.contains(verdict.item())) {
                named.add(complaint(verdict.item(), verdict.reason().isEmpty() ? comment : verdict.reason()));
            }
        }
        return named.isEmpty() ? recorded.stream().map(item -> complaint(item, comment)).toList() : named;
    }

    private static NewDefect complaint(UUID item, String words) {
        return new NewDefect(item, "", "", words, Severity.MAJOR, Cause.NOT_STATED, FoundBy.CLIENT);
    }
}
