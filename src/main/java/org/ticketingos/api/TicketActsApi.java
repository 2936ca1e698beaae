package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.channel.Splitting;
import org.ticketingos.sla.SnoozeReason;
import org.ticketingos.sla.Snoozes;
import org.ticketingos.sla.Waiting;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Relation;
import org.ticketingos.ticket.Relations;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1/tickets/{number}")
@Tag(name = "Tickets")
class TicketActsApi {

    static final Set<Role> MAY_ACT = Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    private final Tickets tickets;
    private final Merging merging;
    private final Splitting splitting;
    private final Relations relations;
    private final Snoozes snoozes;
    private final Waiting waiting;

    TicketActsApi(
            Tickets tickets,
            Merging merging,
            Splitting splitting,
            Relations relations,
            Snoozes snoozes,
            Waiting waiting) {
        this.tickets = tickets;
        this.merging = merging;
        this.splitting = splitting;
        this.relations = relations;
        this.snoozes = snoozes;
        this.waiting = waiting;
    }

    /** @param into number of the ticket it shall live on in */
    record MergeJson(@NotBlank @Size(max = 20) String into, @Nullable @Size(max = 500) String reason) {}

    /** @param undo why the merge was wrong */
    record UnmergeJson(@NotBlank @Size(max = 500) String undo) {}

    /**
     * @param messages ids of messages that leave the ticket
     * @param files ids of documents that go with the new ticket
     */
    record SplitJson(
            @NotBlank @Size(max = 300) String subject,
            @NotNull Set<@NotNull UUID> messages,
            @NotNull Set<@NotNull UUID> files,
            @Nullable @Size(max = 500) String reason) {}

    /**
     * @param relation code: child, parent, depends-on, needed-by, duplicates, duplicated-by, related
     * @param other number of the other ticket
     */
    record RelationJson(@NotBlank @Size(max = 40) String relation, @NotBlank @Size(max = 20) String other) {}

    /** @param snooze code of the reason: waiting-for-client, waiting-for-third-party, agreed-date, waiting-for-us, later */
    record SnoozeJson(@NotBlank @Size(max = 40) String snooze, @NotNull Instant until) {}

    /** @param ticket number of the ticket that has to move first; null when it is no ticket */
    record WaitsJson(String sentence, @Nullable String ticket) {}

    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a ticket live on in another one of the same client; /unmerge takes it back")
    void merge(@PathVariable String number, @Valid @RequestBody MergeJson merge) {
        Ticket ticket = mine(number);
        merging.merge(ticket.id(), TicketAt.find(tickets, merge.into()).id(), text(merge.reason()));
    }

    @PostMapping("/unmerge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a merge back; process, steps and clocks go on where they stood")
    void unmerge(@PathVariable String number, @Valid @RequestBody UnmergeJson undo) {
        merging.undo(mine(number).id(), undo.undo());
    }

    @PostMapping("/split")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a ticket of its own out of chosen messages and files")
    TicketJson split(@PathVariable String number, @Valid @RequestBody SplitJson split) {
        Ticket ticket = mine(number);
        return TicketJson.of(tickets.get(splitting.split(
                ticket.id(),
                new Splitting.Choice(split.subject(), split.messages(), split.files(), text(split.reason())))));
    }

    @GetMapping("/relations")
    @Operation(summary = "What the ticket has to do with others")
    Listing<RelationJson> relations(@PathVariable String number) {
        return Listing.whole(relations.of(TicketAt.find(tickets, number).id()).stream()
                .map(known -> new RelationJson(known.relation().code(), known.other().number().value()))
                .toList());
    }

    @PostMapping("/relations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Relate two tickets of the same client; a parent closes after its children")
    void relate(@PathVariable String number, @Valid @RequestBody RelationJson json) {
        Ticket ticket = mine(number);
        relations.add(ticket.id(), relation(json), TicketAt.find(tickets, json.other()).id());
    }

    @PostMapping("/relations/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a relation away on both sides")
    void unrelate(@PathVariable String number, @Valid @RequestBody RelationJson json) {
        Ticket ticket = mine(number);
        relations.remove(ticket.id(), relation(json), TicketAt.find(tickets, json.other()).id());
    }

    @PostMapping("/snooze/preview")
    @Operation(summary = "What laying the ticket aside would do to its clocks; changes nothing")
    List<Snoozes.Effect> preview(@PathVariable String number, @Valid @RequestBody SnoozeJson json) {
        return snoozes.preview(mine(number).id(), reason(json), json.until());
    }

    @PostMapping("/snooze")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lay the ticket aside until a time, or until the client writes")
    void snooze(@PathVariable String number, @Valid @RequestBody SnoozeJson json) {
        snoozes.snooze(mine(number).id(), reason(json), json.until());
    }

    @PostMapping("/wake")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bring a ticket back that was laid aside")
    void wake(@PathVariable String number) {
        snoozes.wake(mine(number).id());
    }

    @GetMapping("/waiting")
    @Operation(summary = "Why the ticket does not move; for the client's people only what concerns their own tickets")
    Listing<WaitsJson> waiting(@PathVariable String number) {
        boolean client = CurrentUser.get().isClient();
        return Listing.whole(waiting.of(TicketAt.find(tickets, number)).stream()
                .filter(why -> !client || why.on() != null)
                .map(why -> new WaitsJson(why.sentence(), why.on() == null ? null : why.on().number().value()))
                .toList());
    }

    private Ticket mine(String number) {
        if (CurrentUser.get().roles().stream().noneMatch(MAY_ACT::contains)) {
            throw new AccessDeniedException("arranging tickets is the desk's work");
        }
        return TicketAt.find(tickets, number);
    }

    private static Relation relation(RelationJson json) {
        return Relation.of(json.relation())
                .orElseThrow(() -> new BadInput("There is no relation \"%s\".".formatted(json.relation())));
    }

    private static SnoozeReason reason(SnoozeJson json) {
        return SnoozeReason.of(json.snooze())
                .orElseThrow(() -> new BadInput("There is no reason \"%s\".".formatted(json.snooze())));
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
