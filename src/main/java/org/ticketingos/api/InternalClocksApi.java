package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.sla.ClockReading;
import org.ticketingos.sla.InternalClocks;
import org.ticketingos.sla.LateStages;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyRole('AGENT', 'REVIEWER', 'SUPERVISOR', 'FINANCE', 'ANALYST', 'ADMIN')")
@Tag(name = "Internal clocks", description = "Targets of our own per stage; no client sees them.")
class InternalClocksApi {

    private final Tickets tickets;
    private final InternalClocks clocks;
    private final LateStages late;

    InternalClocksApi(Tickets tickets, InternalClocks clocks, LateStages late) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.late = late;
    }

    /**
     * One clock; times in business minutes.
     *
     * @param dueAt null while it stands still or has stopped
     */
    record InternalClockJson(
            String clock,
            String name,
            String state,
            long targetMinutes,
            long elapsedMinutes,
            long remainingMinutes,
            @Nullable Instant dueAt,
            @Nullable Instant missedAt,
            String calendar,
            String rule) {

        static InternalClockJson of(ClockReading reading) {
            return new InternalClockJson(
                    reading.kind().code(),
                    reading.kind().label(),
                    reading.state().name(),
                    reading.target().toMinutes(),
                    reading.elapsed().toMinutes(),
                    reading.remaining().toMinutes(),
                    reading.stoppedAt() == null ? reading.dueAt() : null,
                    reading.breachedAt(),
                    reading.calendar(),
                    reading.rule());
        }
    }

    /** A target near its end or missed. */
    record LateStageJson(
            String number, String client, String clock, String stage, @Nullable String owner, Instant dueAt,
            boolean missed) {}

    @GetMapping("/tickets/{number}/internal-clocks")
    @Operation(summary = "The internal clocks of a ticket, the first started first")
    Listing<InternalClockJson> of(@PathVariable String number) {
        return Listing.whole(clocks.readings(TicketAt.find(tickets, number).id()).stream()
                .map(InternalClockJson::of)
                .toList());
    }

    @GetMapping("/internal-clocks/late")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
    @Operation(summary = "Open tickets with an internal target near its end or missed; at most 200")
    Listing<LateStageJson> late() {
        return Listing.whole(late.open().stream()
                .map(one -> new LateStageJson(one.number().value(), one.clientName(), one.clock(), one.stage().name(),
                        one.owner(), one.dueAt(), one.missed()))
                .toList());
    }
}
