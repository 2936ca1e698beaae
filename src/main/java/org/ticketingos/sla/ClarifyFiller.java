package org.ticketingos.sla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Offers the clients to whom a request without contract may belong. */
@Component
class ClarifyFiller implements FormFiller {

    private final Clients clients;
    private final Tickets tickets;
    private final Entitlements entitlement;

    ClarifyFiller(Clients clients, Tickets tickets, Entitlements entitlement) {
        this.clients = clients;
        this.tickets = tickets;
        this.entitlement = entitlement;
    }

    @Override
    public String form() {
        return "entitlement-clarify";
    }

    @Override
    public Content fill(TicketId ticket) {
        return new Content(Map.of(), Map.of("client", names()), Map.of(), List.of());
    }

    @Override
    public Map<String, String> check(TicketId id, Map<String, Object> form) {
        String client = FormText.of(form, "client");
        if (FormText.of(form, "action").equals("reject")) {
            return FormText.of(form, "reason").isEmpty()
                    ? Map.of("reason", "Say why the request is rejected; the sender reads it.")
                    : Map.of();
        }
        if (!names().containsKey(client)) {
            return Map.of("client", "Choose the client the request belongs to.");
        }
        Ticket ticket = tickets.get(id);
        return entitlement.contractOf(new ClientId(client), ticket).isPresent()
                ? Map.of()
                : Map.of("client", entitlement.noContract(new ClientId(client), ticket));
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Client client : clients.all()) {
            names.put(client.id().value(), client.name());
        }
        return names;
    }
}
