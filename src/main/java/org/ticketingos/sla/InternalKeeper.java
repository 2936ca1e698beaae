package org.ticketingos.sla;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Moves the clocks of our own targets when something happens to a ticket, and keeps their rows in step. */
@Component
class InternalKeeper {

    private final InternalClocks clocks;
    private final InternalRows rows;
    private final Tickets tickets;

    InternalKeeper(InternalClocks clocks, InternalRows rows, Tickets tickets) {
        this.clocks = clocks;
        this.rows = rows;
        this.tickets = tickets;
    }

    /** After the promises have moved: a turnaround that is paused now is paused here, too. */
    @EventListener
    @Order(1)
    void follow(RecordedEvent event) {
        TicketId id = event.ticketId();
        switch (event.kind()) {
            case "stage-entered" -> clocks.enter(id, Stage.valueOf(event.fact("stage")), event.at());
            case "clock-paused" -> {
                if (isTurnaround(event)) {
                    clocks.hold(id, event.fact("reason"));
                }
            }
            case "clock-resumed" -> {
                if (isTurnaround(event)) {
                    clocks.release(id, event.fact("reason"));
                }
            }
            case "ticket-merged" -> clocks.hold(id, PauseReason.MERGED.code());
            case "ticket-unmerged" -> clocks.release(id, PauseReason.MERGED.code());
            case "priority-changed" -> {
                if (!event.fact("reason").equals(Escalation.RAISED)) {
                    clocks.refresh(id, "priority changed");
                }
            }
            case "ticket-closed" -> clocks.stopAll(id, "ticket closed");
            case "hours-changed" -> rows.going(id).forEach(going -> rebuild(id, going.code()));
            case "internal-clock-started", "internal-clock-paused", "internal-clock-resumed", "internal-clock-stopped",
                    "internal-targets-changed" -> rebuild(id, event.fact("clock"));
            default -> {}
        }
    }

    /** A merge holds each clock once, whether or not a turnaround was counted. */
    private static boolean isTurnaround(RecordedEvent event) {
        return event.fact("clock").equals(ClockKind.RESOLUTION.code())
                && !event.fact("reason").equals(PauseReason.MERGED.code());
    }

    private void rebuild(TicketId id, String code) {
        InternalClock named = InternalHistory.clocks(tickets.history(id)).get(code);
        clocks.reading(id, code).ifPresent(reading -> rows.write(id, named, reading));
    }
}
