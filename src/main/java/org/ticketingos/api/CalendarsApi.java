package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.CalendarBook.Head;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.Holiday;
import org.ticketingos.client.HolidayList;
import org.ticketingos.client.WorkCalendar.Block;
import org.ticketingos.sla.CalendarDesk;
import org.ticketingos.sla.CalendarPreview;

@RestController
@RequestMapping("/api/v1/calendars")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Business calendars", description = "Hours and holidays promises count on; what held is never changed.")
class CalendarsApi {

    private final CalendarDesk desk;
    private final CalendarPreview preview;

    CalendarsApi(CalendarDesk desk, CalendarPreview preview) {
        this.desk = desk;
        this.preview = preview;
    }

    /** @param contracts how many count on it */
    record CalendarJson(String id, String name, String zone, int contracts, int shifts) {

        static CalendarJson of(Head head) {
            return new CalendarJson(head.id(), head.name(), head.zone().getId(), head.contracts(), head.shifts());
        }
    }

    /** @param closes at or before opens: on the next day */
    record BlockJson(@NotNull DayOfWeek day, @NotNull LocalTime opens, @NotNull LocalTime closes) {}

    record HolidayJson(@NotNull LocalDate day, @NotBlank @Size(max = 100) String name, @NotNull HolidayList list) {}

    /**
     * Hours from a day on.
     *
     * @param name of a calendar to be opened, with its zone
     * @param start of a clock to be tried, with its minutes
     */
    record PlanJson(
            @Nullable @Size(max = 80) String name,
            @Nullable @Size(max = 60) String zone,
            @Nullable LocalDate from,
            @NotNull @Size(max = 70) List<@Valid @NotNull BlockJson> blocks,
            @NotNull @Size(max = 2000) List<@Valid @NotNull HolidayJson> holidays,
            @Nullable @Size(max = 300) String reason,
            @Nullable Instant start,
            @Nullable Integer minutes) {

        CalendarPlan plan() {
            if (from == null) {
                throw new BadInput("Say from which day these hours hold: \"from\".");
            }
            return plan(from);
        }

        CalendarPlan plan(LocalDate day) {
            return new CalendarPlan(
                    day,
                    blocks.stream().map(one -> new Block(one.day(), one.opens(), one.closes())).toList(),
                    holidays.stream().map(one -> new Holiday(one.day(), one.name(), one.list())).toList());
        }

        String why() {
            return reason == null ? "" : reason;
        }
    }

    record VersionJson(LocalDate from, List<BlockJson> blocks, List<HolidayJson> holidays, String by, Instant at, String reason) {

        static VersionJson of(CalendarPlan plan, String by, Instant at, String why) {
            return new VersionJson(
                    plan.from(),
                    plan.blocks().stream().map(one -> new BlockJson(one.day(), one.opens(), one.closes())).toList(),
                    plan.holidays().stream().map(one -> new HolidayJson(one.day(), one.name(), one.list())).toList(),
                    by, at, why);
        }
    }

    record ProposalJson(long number, VersionJson version) {

        static ProposalJson of(CalendarDesk.Proposal one) {
            return new ProposalJson(one.id(), VersionJson.of(one.plan(), one.by(), one.at(), one.why()));
        }
    }

    record SheetJson(CalendarJson calendar, List<VersionJson> versions, List<ProposalJson> proposals) {}

    record WhyJson(@NotBlank @Size(max = 300) String reason) {}

    record MovedJson(String ticket, String clock, Instant before, Instant after) {}

    /** @param more whether there were more than 20,000 promises to look at */
    record MovesJson(int tickets, int later, int earlier, boolean more, List<MovedJson> examples) {}

    @GetMapping
    @Operation(summary = "All business calendars")
    Listing<CalendarJson> all() {
        return Listing.whole(desk.all().stream().map(CalendarJson::of).toList());
    }

    @GetMapping("/{calendar}")
    @Operation(summary = "One calendar with every version it had, has and will have, and what is proposed")
    SheetJson of(@PathVariable String calendar) {
        CalendarDesk.Sheet sheet = desk.of(known(calendar));
        return new SheetJson(
                CalendarJson.of(sheet.head()),
                sheet.versions().stream().map(one -> VersionJson.of(one.plan(), one.by(), one.at(), one.why())).toList(),
                sheet.proposals().stream().map(ProposalJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a new calendar; its hours hold since ever")
    CalendarJson open(@Valid @RequestBody PlanJson json) {
        ZoneId zone;
        try {
            zone = ZoneId.of(json.zone() == null ? "" : json.zone());
        } catch (DateTimeException e) {
            throw new BadInput("\"zone\" is a time zone such as Asia/Kolkata.");
        }
        String id = desk.open(json.name() == null ? "" : json.name(), zone, json.plan(LocalDate.EPOCH), json.why(),
                CurrentUser.get());
        return CalendarJson.of(desk.of(id).head());
    }

    @PostMapping("/{calendar}/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose hours and holidays from a day to come")
    ProposalJson propose(@PathVariable String calendar, @Valid @RequestBody PlanJson json) {
        return ProposalJson.of(desk.propose(known(calendar), json.plan(), json.why(), CurrentUser.get()));
    }

    @PostMapping("/{calendar}/proposals/{number}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put a proposal in force, as another administrator than its author")
    void confirm(@PathVariable String calendar, @PathVariable String number) {
        desk.confirm(proposal(calendar, number), CurrentUser.get());
    }

    @PostMapping("/{calendar}/proposals/{number}/reject")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Drop a proposal")
    void reject(@PathVariable String calendar, @PathVariable String number, @Valid @RequestBody WhyJson why) {
        desk.reject(proposal(calendar, number), why.reason(), CurrentUser.get());
    }

    @PostMapping("/{calendar}/versions/{from}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back a version that does not hold yet")
    void withdraw(@PathVariable String calendar, @PathVariable String from, @Valid @RequestBody WhyJson why) {
        LocalDate day;
        try {
            day = LocalDate.parse(from);
        } catch (DateTimeException e) {
            throw new NotThere("version");
        }
        desk.withdraw(known(calendar), day, why.reason(), CurrentUser.get());
    }

    @PostMapping("/{calendar}/try")
    @Operation(summary = "When a clock would be due, as the hours hold and as they are planned")
    CalendarPreview.Due due(@PathVariable String calendar, @Valid @RequestBody PlanJson json) {
        if (json.start() == null || json.minutes() == null) {
            throw new BadInput("Say when the clock starts and how long it runs: \"start\" and \"minutes\".");
        }
        return preview.due(known(calendar), json.plan(), json.start(), json.minutes());
    }

    @PostMapping("/{calendar}/moves")
    @Operation(summary = "Which promises of open tickets would be due at another time")
    MovesJson moves(@PathVariable String calendar, @Valid @RequestBody PlanJson json) {
        CalendarPreview.Moves moves = preview.moves(known(calendar), json.plan());
        return new MovesJson(moves.tickets(), moves.later(), moves.earlier(), moves.more(), moves.examples().stream()
                .map(one -> new MovedJson(one.number().value(), one.clock(), one.before(), one.after()))
                .toList());
    }

    private String known(String calendar) {
        return desk.all().stream().map(Head::id).filter(calendar::equals).findFirst()
                .orElseThrow(() -> new NotThere("calendar"));
    }

    private long proposal(String calendar, String number) {
        return desk.of(known(calendar)).proposals().stream()
                .map(CalendarDesk.Proposal::id)
                .filter(id -> Long.toString(id).equals(number))
                .findFirst()
                .orElseThrow(() -> new NotThere("proposal"));
    }
}
