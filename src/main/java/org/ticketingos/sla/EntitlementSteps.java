package org.ticketingos.sla;

import java.util.Map;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** The system steps of entitlement.bpmn. */
@Steps("entitlement")
public class EntitlementSteps {

    private final Entitlements entitlement;
    private final Targets targets;
    private final Tickets tickets;

    EntitlementSteps(Entitlements entitlement, Targets targets, Tickets tickets) {
        this.entitlement = entitlement;
        this.targets = targets;
        this.tickets = tickets;
    }

    public boolean findContract(String ticketId) {
        return entitlement.find(TicketId.of(ticketId));
    }

    /** FOUND, MOVED or REJECTED. */
    public String clarify(String ticketId, Map<String, Object> form) {
        TicketId id = TicketId.of(ticketId);
        return switch (FormText.of(form, "action")) {
            case "assign-client" -> entitlement.belongsTo(id, client(form)).name();
            case "reject" -> entitlement.reject(id, FormText.of(form, "reason")).name();
            default -> throw new TicketRefused("Choose whether the request belongs to a client or is rejected.");
        };
    }

    public String plan(String ticketId) {
        return entitlement.of(TicketId.of(ticketId)).slaPlan();
    }

    public String priority(String ticketId) {
        return tickets.get(TicketId.of(ticketId)).priority().name();
    }

    public void openClocks(String ticketId, int responseMinutes, int resolutionMinutes, int warningPercent) {
        targets.open(TicketId.of(ticketId), responseMinutes, resolutionMinutes, warningPercent);
    }

    private static ClientId client(Map<String, Object> form) {
        String client = FormText.of(form, "client");
        if (client.isEmpty()) {
            throw new TicketRefused("Choose the client the request belongs to.");
        }
        return new ClientId(client);
    }
}
