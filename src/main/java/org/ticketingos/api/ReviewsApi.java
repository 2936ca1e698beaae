package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.quality.Appeals;
import org.ticketingos.quality.OwnVerdict;
import org.ticketingos.quality.OwnVerdicts;
import org.ticketingos.quality.ReviewQueue;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.Inbox;

@RestController
@RequestMapping("/api/v1/reviews")
@Tag(name = "Reviews", description = "Samples to judge, and what was judged about one's own work.")
class ReviewsApi {

    private static final int TRIES = 10;

    private final ReviewQueue queue;
    private final Inbox inbox;
    private final OwnVerdicts verdicts;
    private final Appeals appeals;
    private final Clock clock;

    ReviewsApi(ReviewQueue queue, Inbox inbox, OwnVerdicts verdicts, Appeals appeals, Clock clock) {
        this.queue = queue;
        this.inbox = inbox;
        this.verdicts = verdicts;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** A sample on offer; nothing says whose work it is. */
    record OfferJson(String task, String ticket, String client, String serviceLine, String kind, boolean mine) {

        static OfferJson of(ReviewQueue.Offer offer) {
            return new OfferJson(offer.taskId(), offer.number().value(), offer.clientName(), offer.line(),
                    offer.kind().name(), offer.mine());
        }
    }

    /**
     * One point of a verdict.
     *
     * @param id send it to dispute this point
     */
    record PointJson(UUID id, String kind, String what, String found, String expected, String why, boolean overturned) {}

    /** What a review said about one's own work. */
    record VerdictJson(
            UUID id,
            String ticket,
            Instant at,
            String unit,
            int inspected,
            int errors,
            @Nullable BigDecimal score,
            @Nullable Boolean failed,
            String note,
            List<PointJson> points,
            @Nullable String appeal,
            @Nullable Instant disputableUntil) {

        static VerdictJson of(OwnVerdict verdict) {
            List<PointJson> points = new ArrayList<>();
            verdict.defects().forEach(defect -> points.add(new PointJson(defect.id(), "DEFECT", defect.field(),
                    defect.found(), defect.expected(), defect.cause().code(), defect.withdrawn())));
            verdict.answers().forEach(answer -> points.add(new PointJson(answer.question(), "QUESTION", answer.text(),
                    answer.mark().code(), "", answer.remark(), false)));
            return new VerdictJson(
                    verdict.review().id(),
                    verdict.number().value(),
                    verdict.review().at(),
                    verdict.review().unit(),
                    verdict.review().inspected(),
                    verdict.errors(),
                    verdict.score() == null ? null : verdict.score().weighted(),
                    verdict.score() == null ? null : verdict.score().failed(),
                    verdict.review().note(),
                    points,
                    verdict.appeal().map(appeal -> appeal.open() ? "OPEN" : "DECIDED").orElse(null),
                    verdict.disputableUntil());
        }
    }

    /** Which points, and why. */
    record DisputeJson(@Nullable Set<UUID> points, @Nullable String reason) {}

    @GetMapping("/queue")
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(summary = "Samples this reviewer may judge, in an order of chance that is stable for a day")
    Listing<OfferJson> queue(
            @RequestParam(required = false) @Nullable String serviceLine,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        CurrentUser who = CurrentUser.get();
        return Listing.of(queue.page(who, shuffle(who), serviceLine, after, limit), OfferJson::of);
    }

    @PostMapping("/next")
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(summary = "Take the next sample of the queue; 204 when there is none. Complete it as a task")
    ResponseEntity<TaskJson> next() {
        CurrentUser who = CurrentUser.get();
        for (ReviewQueue.Offer offer : queue.page(who, shuffle(who), null, null, TRIES).items()) {
            try {
                inbox.claim(offer.taskId(), who);
                return ResponseEntity.ok(TaskJson.of(inbox.open(offer.taskId(), who)));
            } catch (TicketRefused taken) {
                // a colleague was faster: the next one
            }
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/mine")
    @PreAuthorize("hasRole('AGENT')")
    @Operation(summary = "What reviews said about your own work, newest first")
    Listing<VerdictJson> mine(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(verdicts.page(CurrentUser.get().login(), after, limit), VerdictJson::of);
    }

    @PostMapping("/{id}/dispute")
    @PreAuthorize("hasRole('AGENT')")
    @Operation(summary = "Disagree with a review of your own work; another reviewer decides")
    VerdictJson dispute(@PathVariable UUID id, @RequestBody DisputeJson dispute) {
        String login = CurrentUser.get().login();
        if (verdicts.find(id, login).isEmpty()) {
            throw new NotThere("review");
        }
        appeals.dispute(
                id,
                dispute.points() == null ? Set.of() : dispute.points(),
                dispute.reason() == null ? "" : dispute.reason(),
                login);
        return VerdictJson.of(verdicts.find(id, login).orElseThrow());
    }

    /** Without a session: the same order all day, another for everybody. */
    private String shuffle(CurrentUser who) {
        return who.login() + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
