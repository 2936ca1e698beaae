package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.delivery.Ballots;
import org.ticketingos.delivery.Deliverable;
import org.ticketingos.delivery.Deliverables;
import org.ticketingos.delivery.SignOffState;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

@RestController
@RequestMapping("/api/v1/deliverables")
@Tag(name = "Deliverables", description = "What was handed over, and the client's word on it.")
class DeliverablesApi {

    private static final String FORM = "client-review-accept";

    private final Deliverables deliverables;
    private final Ballots ballots;
    private final Tickets tickets;
    private final Inbox inbox;

    DeliverablesApi(Deliverables deliverables, Ballots ballots, Tickets tickets, Inbox inbox) {
        this.deliverables = deliverables;
        this.ballots = ballots;
        this.tickets = tickets;
        this.inbox = inbox;
    }

    /** One hand-over of a ticket's work. */
    record DeliverableJson(
            UUID id,
            String ticket,
            int round,
            String state,
            Instant deliveredAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            String contentHash,
            List<TicketRecordApi.DocumentJson> files) {}

    /**
     * The client's word.
     *
     * @param comment needed to reject, unless each wrong item has its reason
     * @param items rows of the form client-review-accept: {@code item}, {@code verdict} ok or wrong, {@code reason}
     */
    record Decision(@Nullable String comment, @Nullable List<Map<String, Object>> items) {}

    @GetMapping
    @Operation(summary = "Of one ticket, or of the caller's own company, the newest first")
    Listing<DeliverableJson> list(@RequestParam(required = false) @Nullable String ticket) {
        CurrentUser who = CurrentUser.get();
        if (ticket != null) {
            return Listing.whole(deliverables.of(TicketAt.find(tickets, ticket).id()).stream()
                    .map(this::json)
                    .toList());
        }
        if (who.client() == null) {
            throw new BadInput("Say which ticket: \"ticket\" is missing.");
        }
        return Listing.whole(
                deliverables.ofClient(who.client()).stream().map(this::json).toList());
    }

    /**
     * How far the sign-off is.
     *
     * @param needed how many have to accept
     * @param approvers everybody who is asked; empty while any one person decides
     */
    record SignOffJson(int needed, Instant deemedAt, List<ApproverJson> approvers, List<WordJson> words) {

        static SignOffJson of(SignOffState state) {
            return new SignOffJson(
                    state.needed(),
                    state.term(),
                    state.seats().stream()
                            .map(seat -> new ApproverJson(
                                    seat.name(), seat.word() == null ? "SILENT" : verdict(seat.word())))
                            .toList(),
                    state.words().stream()
                            .map(word -> new WordJson(
                                    word.approver(), word.identified(), verdict(word), word.comment(),
                                    word.contentHash(), word.at()))
                            .toList());
        }

        private static String verdict(SignOffState.Word word) {
            return word.accepts() ? "ACCEPT" : "REJECT";
        }
    }

    /** One of those who are asked: {@code SILENT}, {@code ACCEPT} or {@code REJECT}. */
    record ApproverJson(String name, String verdict) {}

    /** One word given, as evidence. */
    record WordJson(
            String approver, String identified, String verdict, String comment, String contentHash, Instant at) {}

    @GetMapping("/{id}/decisions")
    @Operation(summary = "Who has decided and who has not, with every word as evidence")
    SignOffJson decisions(@PathVariable UUID id) {
        return SignOffJson.of(ballots.of(deliverables.find(id).orElseThrow(() -> new NotThere("deliverable"))));
    }

    @PostMapping("/{id}/accept")
    @PreAuthorize("hasRole('CLIENT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Accept a deliverable")
    void accept(@PathVariable UUID id, @RequestBody(required = false) @Nullable Decision decision) {
        decide(id, "accept", decision);
    }

    @PostMapping("/{id}/reject")
    @PreAuthorize("hasRole('CLIENT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Reject a deliverable, saying why")
    void reject(@PathVariable UUID id, @RequestBody Decision decision) {
        decide(id, "reject", decision);
    }

    private void decide(UUID id, String word, @Nullable Decision decision) {
        CurrentUser who = CurrentUser.get();
        who.needs(ClientRole.APPROVER);
        Deliverable deliverable = deliverables.find(id).orElseThrow(() -> new NotThere("deliverable"));
        boolean latest = deliverables
                .latest(deliverable.ticket())
                .filter(newest -> newest.id().equals(id))
                .isPresent();
        InboxItem step = inbox.of(deliverable.ticket(), who).stream()
                .filter(open -> latest && open.form().equals(FORM))
                .findFirst()
                .orElseThrow(() -> new TicketRefused("This deliverable does not wait for a decision any more."));
        Map<String, Object> form = new HashMap<>();
        form.put("decision", word);
        Object rows = decision == null || decision.items() == null
                ? inbox.open(step.taskId(), who).values().get("items")
                : decision.items();
        form.put("items", rows);
        if (decision != null && decision.comment() != null) {
            form.put("comment", decision.comment());
        }
        inbox.complete(step.taskId(), form, who);
    }

    private DeliverableJson json(Deliverable deliverable) {
        return new DeliverableJson(
                deliverable.id(),
                tickets.get(deliverable.ticket()).number().value(),
                deliverable.round(),
                deliverable.state().toString(),
                deliverable.deliveredAt(),
                deliverable.decidedAt(),
                deliverable.decidedBy(),
                deliverable.contentHash(),
                deliverable.files().stream().map(TicketRecordApi.DocumentJson::of).toList());
    }
}
