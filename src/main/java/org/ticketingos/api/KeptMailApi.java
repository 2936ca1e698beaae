package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
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
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.KeptAside;
import org.ticketingos.channel.Message;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1/kept-mail")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
@Tag(name = "Kept mail", description = "Mail that opened no ticket and waits for a decision.")
class KeptMailApi {

    private final KeptAside kept;
    private final Tickets tickets;

    KeptMailApi(KeptAside kept, Tickets tickets) {
        this.kept = kept;
        this.tickets = tickets;
    }

    /** @param reason why it opened no ticket */
    record KeptJson(UUID id, String from, String subject, String text, Instant at, String reason) {
        static KeptJson of(Message mail) {
            return new KeptJson(mail.id(), mail.author(), mail.subject(), mail.text(), mail.at(), mail.reason());
        }
    }

    record OntoJson(@Nullable @Size(max = 20) String ticket) {}

    record DropJson(@Nullable @Size(max = 300) String reason) {}

    record PlacedJson(String ticket) {}

    @GetMapping
    @Operation(summary = "What waits for a decision, or what was dropped; the newest 200")
    Listing<KeptJson> list(@RequestParam(defaultValue = "false") boolean dropped) {
        return Listing.whole(kept.all(dropped).stream().map(KeptJson::of).toList());
    }

    @PostMapping("/{id}/open")
    @Operation(summary = "Open a ticket of it")
    PlacedJson open(@PathVariable UUID id) {
        return new PlacedJson(tickets.get(Objects.requireNonNull(kept.release(id, CurrentUser.get()).ticket()))
                .number()
                .value());
    }

    @PostMapping("/{id}/put")
    @Operation(summary = "Put it on a ticket that is there")
    PlacedJson put(@PathVariable UUID id, @Valid @RequestBody OntoJson onto) {
        if (onto.ticket() == null || !onto.ticket().matches("T-\\d{1,12}")) {
            throw new TicketRefused("A ticket number looks like T-2041.");
        }
        return new PlacedJson(
                kept.attach(id, new TicketNumber(onto.ticket()), CurrentUser.get()).number().value());
    }

    @PostMapping("/{id}/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leave it aside for good, with a reason")
    void drop(@PathVariable UUID id, @Valid @RequestBody DropJson why) {
        kept.drop(id, why.reason() == null ? "" : why.reason(), CurrentUser.get());
    }

    @PostMapping("/{id}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a drop back")
    void takeBack(@PathVariable UUID id) {
        kept.take(id, CurrentUser.get());
    }
}
