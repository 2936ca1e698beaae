package org.ticketingos.sla;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Moves a ticket's clocks when something happens to it. Automatic mail never does (service desk 4.2). */
@Component
class ClockKeeper {

    private final Clocks clocks;
    private final Targets targets;
    private final Tickets tickets;
    private final Clock clock;

    ClockKeeper(Clocks clocks, Targets targets, Tickets tickets, Clock clock) {
        this.clocks = clocks;
        this.targets = targets;
        this.tickets = tickets;
        this.clock = clock;
    }

    @EventListener
    @Order(0)
    void follow(RecordedEvent event) {
        TicketId id = event.ticketId();
        switch (event.kind()) {
            case "stage-entered" -> entered(id, Stage.valueOf(event.fact("stage")));
            case "delivered" -> {
                clocks.hold(id, ClockKind.RESOLUTION, PauseReason.CLIENT_REVIEW);
                answered(id, "work delivered");
            }
            case "deliverable-rejected" -> clocks.release(id, ClockKind.RESOLUTION, PauseReason.CLIENT_REVIEW);
            case "reply-written" -> {
                if (!event.fact("automatic").equals("true")) {
                    answered(id, "answered by " + event.actor());
                }
            }
            case "client-replied" -> clientWrote(id);
            case "priority-changed" -> {
                if (!event.fact("reason").equals(Escalation.RAISED)) {
                    targets.refresh(id, "priority changed");
                }
            }
            case "ticket-merged" -> {
                for (ClockKind kind : ClockKind.values()) {
                    clocks.hold(id, kind, PauseReason.MERGED);
                }
            }
            case "ticket-unmerged" -> {
                for (ClockKind kind : ClockKind.values()) {
                    clocks.release(id, kind, PauseReason.MERGED);
                }
            }
            case "ticket-absorbed" -> withTheClient(id);
            case "ticket-closed" -> stopAll(id, "ticket closed");
            case "ticket-reopened" -> targets.goOn(id, clock.instant());
            default -> {}
        }
    }

    private void entered(TicketId id, Stage stage) {
        switch (stage) {
            case APPROVAL -> clocks.hold(id, ClockKind.RESOLUTION, PauseReason.CLIENT_REVIEW);
            case INVOICE_BILLING -> stopAll(id, "work accepted");
            case CLOSURE -> stopAll(id, "nothing left to do");
            default -> clocks.release(id, ClockKind.RESOLUTION, PauseReason.CLIENT_REVIEW);
        }
    }

    /** An older clock that came with another request stands still as ours does. */
    private void withTheClient(TicketId id) {
        if (tickets.get(id).stage() == Stage.APPROVAL) {
            clocks.hold(id, ClockKind.RESOLUTION, PauseReason.CLIENT_REVIEW);
        }
    }

    private void answered(TicketId id, String cause) {
        clocks.stop(id, ClockKind.FIRST_RESPONSE, cause);
        clocks.stop(id, ClockKind.NEXT_UPDATE, cause);
    }

    private void clientWrote(TicketId id) {
        for (ClockKind kind : ClockKind.values()) {
            clocks.release(id, kind, PauseReason.WAITING_FOR_CLIENT);
        }
        targets.expectUpdate(id, clock.instant());
    }

    private void stopAll(TicketId id, String cause) {
        for (ClockKind kind : ClockKind.values()) {
            clocks.stop(id, kind, cause);
        }
    }
}
