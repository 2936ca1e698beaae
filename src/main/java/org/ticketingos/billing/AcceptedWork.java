package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Contract;
import org.ticketingos.client.PricingModel;
import org.ticketingos.delivery.Deliverable;
import org.ticketingos.delivery.Deliverables;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.Ticket;

/** What of a ticket's work may be billed: once its deliverable is accepted, each recorded item; rejected ones never. */
@Component
class AcceptedWork {

    private final Deliverables deliverables;
    private final WorkItems items;
    private final Timesheets timesheets;
    private final Supplier supplier;

    AcceptedWork(Deliverables deliverables, WorkItems items, Timesheets timesheets, Supplier supplier) {
        this.deliverables = deliverables;
        this.items = items;
        this.timesheets = timesheets;
        this.supplier = supplier;
    }

    List<Usage> of(Ticket ticket, Contract contract) {
        Optional<Deliverable> accepted = deliverables.of(ticket.id()).stream()
                .filter(AcceptedWork::isAccepted)
                .max(Comparator.comparingInt(Deliverable::round));
        if (accepted.isEmpty()) {
            return List.of();
        }
        if (contract.model() == PricingModel.HOURLY) {
            return timesheets.approved(ticket.id(), contract);
        }
        LocalDate day = day(accepted.get());
        String reason = "accepted in round " + accepted.get().round();
        List<WorkItem> recorded = items.of(ticket.id()).stream()
                .filter(item -> item.is(WorkItem.RECORDED))
                .toList();
        if (contract.model() == PricingModel.OUTCOME) {
            return recorded.stream()
                    .limit(1)
                    .map(item -> new Usage(
                            contract.client(), contract.id(), ticket.id(), "ticket", ticket.id().toString(), "ticket",
                            BigDecimal.ONE, item.agent(), day, reason))
                    .toList();
        }
        return recorded.stream()
                .map(item -> new Usage(
                        contract.client(), contract.id(), ticket.id(), "work-item", item.id().toString(), "document",
                        BigDecimal.ONE, item.agent(), day, reason))
                .toList();
    }

    private static boolean isAccepted(Deliverable deliverable) {
        return deliverable.state().equals(Deliverable.ACCEPTED)
                || deliverable.state().equals(Deliverable.DEEMED_ACCEPTED);
    }

    private LocalDate day(Deliverable accepted) {
        Instant at = accepted.decidedAt() == null ? accepted.deliveredAt() : accepted.decidedAt();
        return LocalDate.ofInstant(at, supplier.zone());
    }
}
