package org.ticketingos.sla;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Clients;
import org.ticketingos.sla.LadderReplay.Tried;
import org.ticketingos.sla.LadderTrial.Candidate;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;

/** Asks the table of today about tickets of the past, each question once. */
@Component
class TrialTargets {

    private static final String TABLE = "sla-targets";

    private final Clients clients;
    private final ObjectProvider<Decisions> decisions;

    TrialTargets(Clients clients, ObjectProvider<Decisions> decisions) {
        this.clients = clients;
        this.decisions = decisions;
    }

    Session session() {
        return new Session();
    }

    final class Session {

        private final Map<Map<String, Object>, Map<String, Object>> answers = new HashMap<>();
        private final Map<String, String> plans = new HashMap<>();

        Tried of(Candidate candidate, ClockKind kind, Ticket ticket, Priority priority) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("plan", plan(ticket));
            facts.put("priority", priority.name());
            facts.put("serviceLine", ticket.lineCode());
            Map<String, Object> row = answers.computeIfAbsent(facts, asked -> table().decide(TABLE, asked));
            String target = kind == ClockKind.RESOLUTION ? "resolutionMinutes" : "responseMinutes";
            return candidate.of(number(row, target), number(row, "warningPercent"));
        }

        /** Our own targets as they were given; the percentages alone are tried. */
        Tried of(Candidate candidate, RecordedEvent event) {
            String percent = event.fact("warningPercent");
            return candidate.of(
                    Integer.parseInt(event.fact("targetMinutes")), percent.isEmpty() ? 100 : Integer.parseInt(percent));
        }

        /** None for a ticket without contract: the table's last row answers. */
        private String plan(Ticket ticket) {
            String contract = ticket.contractId();
            return contract == null ? "" : plans.computeIfAbsent(contract, id -> clients.contract(id).slaPlan());
        }
    }

    private Decisions table() {
        Decisions tables = decisions.getIfAvailable();
        if (tables == null) {
            throw new TicketRefused("The tables are not in force yet. Try again in a minute.");
        }
        return tables;
    }

    private static int number(Map<String, Object> row, String name) {
        if (row.get(name) instanceof Number value) {
            return value.intValue();
        }
        throw new IllegalStateException("the table " + TABLE + " gave no " + name);
    }
}
