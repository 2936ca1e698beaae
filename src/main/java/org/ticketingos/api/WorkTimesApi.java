package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.billing.Timesheets;
import org.ticketingos.staffing.WorkTimes;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Time on work", description = "Measured from what people do, corrected with a reason, approved by a second person.")
class WorkTimesApi {

    private static final long MOST_DAYS = 93;

    private final WorkTimes times;
    private final Timesheets timesheets;
    private final Tickets tickets;
    private final Clock clock;

    WorkTimesApi(WorkTimes times, Timesheets timesheets, Tickets tickets, Clock clock) {
        this.times = times;
        this.timesheets = timesheets;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @param measured minutes told by the history; minutes: with corrections */
    record WorkTimeJson(
            String ticket, String agent, LocalDate day, int measured, int minutes, List<String> corrections, boolean cut) {}

    /** @param minutes to add, or to take away when negative */
    record CorrectionJson(
            @NotBlank String agent, @NotNull LocalDate day, int minutes, @NotBlank @Size(max = 300) String why) {}

    /** An hour that waits for approval. */
    record TimesheetJson(UUID id, String ticket, String agent, LocalDate day, int minutes) {}

    /** @param entries ids to approve */
    record ApprovalJson(@NotEmpty @Size(max = 200) List<@NotNull UUID> entries) {}

    @GetMapping("/work-times")
    @Operation(summary = "Your own time between two days; of this week when none are given")
    Listing<WorkTimeJson> mine(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        CurrentUser who = CurrentUser.get();
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1) : to;
        LocalDate first = from == null ? last.minusDays(7) : from;
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new BadInput("Ask for at most %d days, the first before the last.".formatted(MOST_DAYS));
        }
        return who.isClient()
                ? Listing.whole(List.of())
                : Listing.whole(times.sheet(who.login(), first, last).stream().map(this::json).toList());
    }

    @GetMapping("/tickets/{number}/work-times")
    @Operation(summary = "Who worked how long on a ticket, by day; our own matter, empty for the client's people")
    Listing<WorkTimeJson> of(@PathVariable String number) {
        var ticket = TicketAt.find(tickets, number);
        return CurrentUser.get().isClient()
                ? Listing.whole(List.of())
                : Listing.whole(times.of(ticket.id()).stream().map(this::json).toList());
    }

    @PostMapping("/tickets/{number}/work-times")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Correct a time with a reason; what was measured stays beside it")
    void correct(@PathVariable String number, @Valid @RequestBody CorrectionJson json) {
        CurrentUser who = CurrentUser.get();
        if (who.isClient()) {
            throw new AccessDeniedException("our time is ours");
        }
        times.correct(TicketAt.find(tickets, number).id(), json.agent(), json.day(), json.minutes(), json.why(), who);
    }

    @GetMapping("/timesheets")
    @Operation(summary = "Hours of hourly contracts that wait for approval; empty for all but supervisors")
    Listing<TimesheetJson> waiting() {
        return CurrentUser.get().is(Role.SUPERVISOR)
                ? Listing.whole(timesheets.waiting().stream()
                        .map(entry -> new TimesheetJson(
                                entry.id(), tickets.get(entry.ticket()).number().value(), entry.agent(), entry.day(),
                                entry.minutes()))
                        .toList())
                : Listing.whole(List.of());
    }

    @PostMapping("/timesheets/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Approve hours, all or none; nobody approves their own")
    public void approve(@Valid @RequestBody ApprovalJson json) {
        CurrentUser who = CurrentUser.get();
        if (!who.is(Role.SUPERVISOR)) {
            throw new AccessDeniedException("hours are approved by supervisors");
        }
        json.entries().forEach(entry -> timesheets.approve(entry, who.login()));
    }

    private WorkTimeJson json(WorkTimes.Line line) {
        return new WorkTimeJson(
                tickets.get(line.ticket()).number().value(), line.login(), line.day(), line.measured(), line.minutes(),
                line.why(), line.cut());
    }
}
