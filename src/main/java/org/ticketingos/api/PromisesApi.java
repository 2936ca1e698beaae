package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.sla.ClockKind;
import org.ticketingos.sla.Promises;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1/promises")
@PreAuthorize("hasAnyRole('CLIENT', 'SUPERVISOR', 'FINANCE', 'ADMIN')")
@Tag(name = "Promises", description = "How the promises of the contracts were kept, and the requests behind each number.")
class PromisesApi {

    private final Promises promises;
    private final Clients clients;
    private final Tickets tickets;

    PromisesApi(Promises promises, Clients clients, Tickets tickets) {
        this.promises = promises;
        this.clients = clients;
        this.tickets = tickets;
    }

    /** @param promise first-response, next-update, resolution */
    record KeptJson(String promise, long met, long breached, long open) {}

    @GetMapping
    @Operation(summary = "The promises of requests received from one day to another, both counted, in the client's time zone")
    Listing<KeptJson> kept(
            @RequestParam(required = false) @Nullable String client,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        Client of = of(client);
        return Listing.whole(promises.of(of.id(), begin(of, from), begin(of, to.plusDays(1))).stream()
                .map(one -> new KeptJson(one.kind().code(), one.met(), one.breached(), one.open()))
                .toList());
    }

    @GetMapping("/tickets")
    @Operation(summary = "The requests behind one of the numbers, newest first")
    Listing<String> tickets(
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(defaultValue = "RESOLUTION") ClockKind promise,
            @RequestParam(defaultValue = "BREACHED") Promises.State state,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Client of = of(client);
        return Listing.of(
                promises.tickets(
                        of.id(), promise, state, begin(of, from), begin(of, to.plusDays(1)), after, limit),
                id -> tickets.get(id).number().value());
    }

    /** One's own company; our people name one. */
    private Client of(@Nullable String asked) {
        CurrentUser who = CurrentUser.get();
        ClientId own = who.client();
        if (own == null && asked == null) {
            throw new NotThere("client");
        }
        ClientId wanted = own != null ? own : new ClientId(String.valueOf(asked));
        if (asked != null && !asked.equals(wanted.value())) {
            throw new NotThere("client");
        }
        return clients.find(wanted).orElseThrow(() -> new NotThere("client"));
    }

    private static Instant begin(Client client, LocalDate day) {
        ZoneId zone = client.zone();
        return day.atStartOfDay(zone).toInstant();
    }
}
