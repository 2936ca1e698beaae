package org.ticketingos.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.Ticket;

/**
 * A ticket in the API. Lists leave out clocks and links; a single ticket shows them. Who of us works on it and why, and
 * how the request sounds to us, is told to our own people only.
 *
 * @param progress 5 to 100 percent, by stage
 */
record TicketJson(
        String number,
        String id,
        String client,
        String subject,
        String channel,
        String requester,
        String status,
        String stage,
        int progress,
        @Nullable String serviceLine,
        @Nullable String category,
        String priority,
        @Nullable String mood,
        @Nullable String queue,
        @Nullable String owner,
        String nextAction,
        @Nullable String assignmentReason,
        @Nullable String contract,
        Instant receivedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable String resolution,
        @Nullable List<Clock> clocks,
        @Nullable List<Linked> links) {

    /**
     * One SLA clock; times in business minutes.
     *
     * @param dueAt null while it stands still
     */
    record Clock(
            String kind,
            String state,
            long targetMinutes,
            long elapsedMinutes,
            long remainingMinutes,
            @Nullable Instant dueAt,
            boolean paused,
            String rule) {

        static Clock of(ClockView clock) {
            return new Clock(
                    clock.kind(),
                    clock.state(),
                    clock.target().toMinutes(),
                    clock.elapsed().toMinutes(),
                    clock.remaining().toMinutes(),
                    clock.dueAt(),
                    clock.paused(),
                    clock.rule());
        }
    }

    /** Another record that belongs to the ticket. */
    record Linked(String relation, String target, String label) {}

    static TicketJson of(Ticket ticket) {
        return of(ticket, null, null);
    }

    static TicketJson of(Ticket ticket, @Nullable List<ClockView> clocks, @Nullable List<Link> links) {
        boolean ours = CurrentUser.find().filter(CurrentUser::isClient).isEmpty();
        return new TicketJson(
                ticket.number().value(),
                ticket.id().toString(),
                ticket.client().value(),
                ticket.subject(),
                ticket.channel(),
                ticket.requester(),
                ticket.status().name(),
                ticket.stage().name(),
                ticket.stage().percent(),
                ticket.line() == null ? null : ticket.line().code(),
                ticket.category(),
                ticket.priority().name(),
                ours ? ticket.mood() : null,
                ours ? ticket.queue() : null,
                ours ? ticket.owner() : null,
                ticket.nextAction(),
                ours ? ticket.assignmentReason() : null,
                ticket.contractId(),
                ticket.receivedAt(),
                ticket.updatedAt(),
                ticket.closedAt(),
                ticket.resolution(),
                clocks == null ? null : clocks.stream().map(Clock::of).toList(),
                links == null
                        ? null
                        : links.stream()
                                .map(link -> new Linked(link.relation(), link.target(), link.label()))
                                .toList());
    }
}
