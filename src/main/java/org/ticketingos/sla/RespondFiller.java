package org.ticketingos.sla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Role;
import org.ticketingos.access.Users;
import org.ticketingos.gate.Gates;
import org.ticketingos.gate.Verdict;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** Offers the agents a breached ticket can go to, and asks the gate whether the breach is answered for. */
@Component
class RespondFiller implements FormFiller {

    private final Users users;
    private final Gates gates;

    RespondFiller(Users users, Gates gates) {
        this.users = users;
        this.gates = gates;
    }

    @Override
    public String form() {
        return "sla-escalation-respond";
    }

    @Override
    public Content fill(TicketId ticket) {
        return new Content(Map.of(), Map.of("newOwner", agents()), Map.of(), List.of());
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        String owner = FormText.of(form, "newOwner");
        if (!owner.isEmpty() && !agents().containsKey(owner)) {
            return Map.of("newOwner", "There is no agent with the log-in name " + owner + ".");
        }
        Verdict verdict = gates.check(SlaGate.NAME, new BreachResponse(
                FormText.of(form, "cause"), FormText.of(form, "action").length()));
        return verdict.passed() ? Map.of() : Map.of("action", String.join(" ", verdict.reasons()));
    }

    private Map<String, String> agents() {
        Map<String, String> agents = new LinkedHashMap<>();
        for (Users.User user : users.all()) {
            if (user.active() && user.roles().contains(Role.AGENT)) {
                agents.put(user.login(), user.name());
            }
        }
        return agents;
    }
}
