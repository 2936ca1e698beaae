package org.ticketingos.sla;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.channel.Intake;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Finds out which contract a ticket is entitled to, or has the service desk find out. */
@Service
@Transactional
class Entitlements {

    private final Tickets tickets;
    private final Clients clients;
    private final Intake intake;
    private final Conversation conversation;
    private final Clock clock;

    Entitlements(Tickets tickets, Clients clients, Intake intake, Conversation conversation, Clock clock) {
        this.tickets = tickets;
        this.clients = clients;
        this.intake = intake;
        this.conversation = conversation;
        this.clock = clock;
    }

    /** Looks for the contract by client, line and the day the request came in; notes which it is. */
    public boolean find(TicketId id) {
        Ticket ticket = tickets.get(id);
        Optional<Contract> found = contractOf(ticket.client(), ticket);
        if (found.isEmpty()) {
            tickets.record(new ContractMissing(id, ticket.lineCode(), clock.instant()));
            return false;
        }
        tickets.entitle(id, found.get().id());
        tickets.record(new ContractFound(id, found.get().number(), clock.instant()));
        return true;
    }

    @Transactional(readOnly = true)
    public Contract of(TicketId id) {
        String contract = tickets.get(id).contractId();
        if (contract == null) {
            throw new IllegalStateException("ticket " + id + " has no contract");
        }
        return clients.contract(contract);
    }

    /** The contract that would hold if the ticket were that client's. */
    @Transactional(readOnly = true)
    public Optional<Contract> contractOf(ClientId candidate, Ticket ticket) {
        Client client = clients.get(candidate);
        return clients.contractOn(
                candidate, ticket.lineCode(), LocalDate.ofInstant(ticket.receivedAt(), client.zone()));
    }

    Verdict belongsTo(TicketId id, ClientId client) {
        Ticket ticket = tickets.get(id);
        if (contractOf(client, ticket).isEmpty()) {
            throw new TicketRefused(noContract(client, ticket));
        }
        if (!client.equals(ticket.client())) {
            intake.moveTo(id, client);
            return Verdict.MOVED;
        }
        find(id);
        return Verdict.FOUND;
    }

    Verdict reject(TicketId id, String reason) {
        if (reason.isBlank()) {
            throw new TicketRefused("Say why the request is rejected; the sender reads it.");
        }
        String to = conversation.requesterMail(id).orElse("");
        conversation.reply(id, new Draft(to, "", reason.strip(), List.of(), false));
        tickets.close(id, "rejected: no contract covers it", clock.instant());
        return Verdict.REJECTED;
    }

    @Transactional(readOnly = true)
    public String noContract(ClientId client, Ticket ticket) {
        return clients.get(client).name() + " has no contract for " + ticket.lineCode()
                + " on the day the request came in.";
    }

    /** How the service desk's clarification ends. */
    enum Verdict {
        FOUND,
        MOVED,
        REJECTED
    }
}
