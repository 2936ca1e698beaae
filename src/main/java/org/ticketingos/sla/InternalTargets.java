package org.ticketingos.sla;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.sla.Clocks.Terms;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;

/** Asks the table {@code internal-targets} which clocks of our own a stage starts, and how long each may take. */
@Component
class InternalTargets {

    static final String TABLE = "internal-targets";

    private final Clients clients;
    private final ObjectProvider<Decisions> decisions;

    InternalTargets(Clients clients, ObjectProvider<Decisions> decisions) {
        this.clients = clients;
        this.decisions = decisions;
    }

    /** One clock with its target. */
    record Target(InternalClock clock, Terms terms) {}

    /**
     * None for the ticket of a defect, whose request is counted; none as long as no business calendar is known: before
     * the contract, that of the client's first contract holds.
     */
    List<Target> of(Ticket ticket, Stage stage) {
        Decisions tables = decisions.getIfAvailable();
        Optional<Contract> contract = contract(ticket);
        if (tables == null || contract.isEmpty() || !ticket.kind().equals(Ticket.REQUEST)) {
            return List.of();
        }
        Map<String, Optional<Target>> first = new LinkedHashMap<>();
        for (Map<String, Object> row : tables.every(TABLE, facts(ticket, stage, contract.get()))) {
            InternalClock clock = InternalClock.of(text(row, "clock"), stage, text(row, "until"));
            first.putIfAbsent(clock.code(), target(clock, row, contract.get(), ticket));
        }
        return first.values().stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Target> target(InternalClock clock, Map<String, Object> row, Contract contract, Ticket ticket) {
        int minutes = number(row, "targetMinutes");
        String rule = "%s: our own target of the stage, priority %s".formatted(TABLE, ticket.priority());
        return minutes < 1
                ? Optional.empty()
                : Optional.of(new Target(
                        clock, new Terms(minutes, number(row, "warningPercent"), contract.calendar(), rule)));
    }

    private Optional<Contract> contract(Ticket ticket) {
        if (ticket.contractId() != null) {
            return Optional.of(clients.contract(ticket.contractId()));
        }
        LocalDate day = LocalDate.ofInstant(ticket.receivedAt(), clients.get(ticket.client()).zone());
        return clients.contracts(ticket.client()).stream().filter(contract -> contract.holdsOn(day)).findFirst();
    }

    private static Map<String, Object> facts(Ticket ticket, Stage stage, Contract contract) {
        boolean entitled = ticket.contractId() != null;
        Map<String, Object> facts = new HashMap<>();
        facts.put("stage", stage.name());
        facts.put("serviceLine", ticket.line() == null ? null : ticket.line().code());
        facts.put("plan", entitled ? contract.slaPlan() : null);
        facts.put("priority", ticket.priority().name());
        facts.put("contract", entitled ? contract.number() : null);
        return facts;
    }

    private static String text(Map<String, Object> row, String name) {
        if (row.get(name) instanceof String value && !value.isBlank()) {
            return value;
        }
        throw new IllegalStateException("the table " + TABLE + " gave no " + name);
    }

    private static int number(Map<String, Object> row, String name) {
        if (row.get(name) instanceof Number value) {
            return value.intValue();
        }
        throw new IllegalStateException("the table " + TABLE + " gave no " + name);
    }
}
