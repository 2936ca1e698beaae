package org.ticketingos.sla;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.sla.Clocks.Terms;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Turns a row of the table {@code sla-targets} into clocks, at the start and whenever its facts change. */
@Component
class Targets {

    private static final String TABLE = "sla-targets";

    private final Tickets tickets;
    private final Clients clients;
    private final Clocks clocks;
    private final ObjectProvider<Decisions> decisions;

    Targets(Tickets tickets, Clients clients, Clocks clocks, ObjectProvider<Decisions> decisions) {
        this.tickets = tickets;
        this.clients = clients;
        this.clocks = clocks;
        this.decisions = decisions;
    }

    /** Both promises count from the request's arrival, however long it took to find the contract. */
    void open(TicketId id, int responseMinutes, int resolutionMinutes, int warningPercent) {
        Ticket ticket = tickets.get(id);
        Contract contract = contract(ticket).orElseThrow();
        String rule = rule(contract, ticket);
        clocks.start(
                id,
                ClockKind.FIRST_RESPONSE,
                new Terms(responseMinutes, warningPercent, contract.calendar(), rule),
                ticket.receivedAt());
        clocks.start(
                id,
                ClockKind.RESOLUTION,
                new Terms(resolutionMinutes, warningPercent, contract.calendar(), rule),
                ticket.receivedAt());
    }

    /** Asks the table again; a ticket keeps the contract it started with. */
    void refresh(TicketId id, String cause) {
        Ticket ticket = tickets.get(id);
        Optional<Contract> contract = contract(ticket);
        Decisions tables = decisions.getIfAvailable();
        if (contract.isEmpty() || tables == null || clocks.of(id).isEmpty()) {
            return;
        }
        Map<String, Object> row = tables.decide(TABLE, facts(contract.get(), ticket));
        String rule = rule(contract.get(), ticket);
        clocks.retarget(id, ClockKind.FIRST_RESPONSE, number(row, "responseMinutes"), rule, cause);
        clocks.retarget(id, ClockKind.NEXT_UPDATE, number(row, "responseMinutes"), rule, cause);
        clocks.retarget(id, ClockKind.RESOLUTION, number(row, "resolutionMinutes"), rule, cause);
    }

    /** After a reopening the turnaround goes on with what was left. */
    void goOn(TicketId id, Instant at) {
        clocks.reading(id, ClockKind.RESOLUTION)
                .ifPresent(last -> clocks.start(id, ClockKind.RESOLUTION, terms(last), at));
    }

    /** The client has written again: each further answer is due within the time of the first. */
    void expectUpdate(TicketId id, Instant at) {
        clocks.reading(id, ClockKind.FIRST_RESPONSE)
                .filter(first -> first.stoppedAt() != null && tickets.get(id).isOpen())
                .ifPresent(first -> clocks.start(id, ClockKind.NEXT_UPDATE, terms(first), at));
    }

    private Optional<Contract> contract(Ticket ticket) {
        return Optional.ofNullable(ticket.contractId()).map(clients::contract);
    }

    private static Map<String, Object> facts(Contract contract, Ticket ticket) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("plan", contract.slaPlan());
        facts.put("priority", ticket.priority().name());
        facts.put("serviceLine", ticket.lineCode());
        return facts;
    }

    private static String rule(Contract contract, Ticket ticket) {
        return TABLE + ": contract " + contract.number() + ", plan " + contract.slaPlan() + ", priority "
                + ticket.priority();
    }

    private static Terms terms(ClockReading last) {
        return new Terms((int) last.target().toMinutes(), last.warningPercent(), last.calendar(), last.rule());
    }

    private static int number(Map<String, Object> row, String name) {
        if (row.get(name) instanceof Number value) {
            return value.intValue();
        }
        throw new IllegalStateException("the table " + TABLE + " gave no " + name);
    }
}
