package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.channel.Outcome;
import org.ticketingos.channel.Receipt;
import org.ticketingos.client.ClientId;
import org.ticketingos.sla.Clocks;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1/tickets")
@Tag(name = "Tickets", description = "Requests of clients, from the first message to closure.")
class TicketsApi {

    private final Tickets tickets;
    private final TicketList list;
    private final Intake intake;
    private final Clocks clocks;
    private final Requests requests;
    private final OnceOnly onceOnly;

    TicketsApi(
            Tickets tickets, TicketList list, Intake intake, Clocks clocks, Requests requests, OnceOnly onceOnly) {
        this.tickets = tickets;
        this.list = list;
        this.intake = intake;
        this.clocks = clocks;
        this.requests = requests;
        this.onceOnly = onceOnly;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Raise a request; the same Idempotency-Key raises it once")
    ResponseEntity<?> raise(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewTicketJson request) {
        return raise(key, requests.message(request, key, CurrentUser.get()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Raise a request with files")
    ResponseEntity<?> raiseWithFiles(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam @NotBlank @Size(max = 300) String subject,
            @RequestParam(required = false) @Nullable @Size(max = 100_000) String text,
            @RequestParam(required = false) @Nullable @Size(max = 254) String from,
            @RequestParam(required = false) @Nullable String serviceLine,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
        return raise(
                key,
                requests.message(
                        client,
                        subject,
                        text,
                        from,
                        serviceLine,
                        priority,
                        files == null ? List.of() : Requests.attachments(files),
                        key,
                        CurrentUser.get()));
    }

    private ResponseEntity<?> raise(@Nullable String key, InboundMessage message) {
        CurrentUser caller = CurrentUser.get();
        if (!caller.isClient() && !caller.is(Role.AGENT) && !caller.is(Role.SUPERVISOR) && !caller.is(Role.ADMIN)) {
            throw new org.springframework.security.access.AccessDeniedException("raising requests is not your role");
        }
        return onceOnly.answer(key, Requests.hash(message), () -> {
            Receipt receipt = intake.receive(message);
            if (receipt.ticket() == null) {
                throw new TicketRefused(receipt.reason());
            }
            Ticket ticket = tickets.get(receipt.ticket());
            HttpStatus status = receipt.outcome() == Outcome.OPENED ? HttpStatus.CREATED : HttpStatus.OK;
            return ResponseEntity.status(status)
                    .location(URI.create("/api/v1/tickets/" + ticket.number()))
                    .body(TicketJson.of(ticket));
        });
    }

    @GetMapping
    @Operation(summary = "List or find tickets, newest first; q finds words by their beginnings")
    Listing<TicketJson> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String serviceLine,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        TicketQuery query = new TicketQuery(
                q,
                stage,
                status,
                serviceLine == null || serviceLine.isBlank() ? null : Requests.line(serviceLine),
                clientId(client),
                owner);
        return Listing.of(list.page(query, after, limit), TicketJson::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One ticket with its clocks and linked records")
    TicketJson get(@PathVariable String number) {
        Ticket ticket = find(number);
        return TicketJson.of(ticket, clocks.of(ticket.id()), tickets.links(ticket.id()));
    }

    /** Why. */
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @PostMapping("/{number}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The client wants this no more; work stops")
    void withdraw(@PathVariable String number, @Valid @RequestBody Reason reason) {
        CurrentUser who = CurrentUser.get();
        who.needs(ClientRole.REQUESTER);
        Ticket ticket = who.isClient() ? find(number) : ofTheDesk(number);
        Scope.system(() -> tickets.withdraw(ticket.id(), reason.reason()));
    }

    @PostMapping("/{number}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let the turnaround clock stand still, for a named reason")
    void pause(@PathVariable String number, @Valid @RequestBody Reason reason) {
        Ticket ticket = ofTheDesk(number);
        clocks.pause(ticket.id(), reason.reason());
    }

    @PostMapping("/{number}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let the turnaround clock go on")
    void resume(@PathVariable String number) {
        clocks.resume(ofTheDesk(number).id());
    }

    private Ticket ofTheDesk(String number) {
        if (CurrentUser.get().roles().stream().noneMatch(TicketActsApi.MAY_ACT::contains)) {
            throw new org.springframework.security.access.AccessDeniedException("this is the desk's to do");
        }
        return find(number);
    }

    private Ticket find(String number) {
        return TicketAt.find(tickets, number);
    }

    private static @Nullable ClientId clientId(@Nullable String client) {
        if (client == null || client.isBlank()) {
            return null;
        }
        try {
            return new ClientId(client);
        } catch (IllegalArgumentException e) {
            throw new NotThere("client");
        }
    }
}
