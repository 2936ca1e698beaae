package org.ticketingos.billing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.client.PricingModel;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketReopened;
import org.ticketingos.ticket.Tickets;

/** Billing as one ticket sees it: meter, charge, invoice. Each may be repeated and changes nothing the second time. */
@Service
@Transactional
class TicketBilling {

    static final String ISSUED = "ISSUED";
    static final String GATHERED = "GATHERED";

    private final Tickets tickets;
    private final Clients clients;
    private final AcceptedWork work;
    private final Meter meter;
    private final Charges charges;
    private final GatheringInvoices gathering;
    private final Posting posting;
    private final Supplier supplier;
    private final Clock clock;

    TicketBilling(
            Tickets tickets,
            Clients clients,
            AcceptedWork work,
            Meter meter,
            Charges charges,
            GatheringInvoices gathering,
            Posting posting,
            Supplier supplier,
            Clock clock) {
        this.tickets = tickets;
        this.clients = clients;
        this.work = work;
        this.meter = meter;
        this.charges = charges;
        this.gathering = gathering;
        this.posting = posting;
        this.supplier = supplier;
        this.clock = clock;
    }

    void meter(TicketId id) {
        Ticket ticket = tickets.get(id);
        meter.agree(id, work.of(ticket, contract(ticket)));
    }

    PricingModel model(TicketId id) {
        return contract(tickets.get(id)).model();
    }

    int units(TicketId id) {
        return meter.units(id).intValue();
    }

    void charge(TicketId id, String rateId) {
        Ticket ticket = tickets.get(id);
        charges.charge(ticket, contract(ticket), rateId, supplier.today(clock));
    }

    /** Posts what the ticket was charged, where the contract wants an invoice per ticket; else it waits for the month. */
    String invoice(TicketId id) {
        Contract contract = contract(tickets.get(id));
        List<UUID> on = charges.of(id).stream().map(Charge::invoiceId).distinct().toList();
        if (contract.invoicing().equals("PER_TICKET")) {
            on.forEach(invoice -> posting.post(invoice, contract));
        }
        boolean waits = on.isEmpty() || on.stream().anyMatch(gathering::isOpen);
        return waits ? GATHERED : ISSUED;
    }

    /** Paid by result: a result that did not last is none. */
    @EventListener
    void reopened(TicketReopened event) {
        Ticket ticket = tickets.get(event.ticketId());
        if (ticket.contractId() != null && contract(ticket).model() == PricingModel.OUTCOME) {
            meter.cancel(ticket.id(), "reopened");
        }
    }

    private Contract contract(Ticket ticket) {
        if (ticket.contractId() == null) {
            throw new IllegalStateException(ticket.number().value() + " has no contract to be billed by");
        }
        return clients.contract(ticket.contractId());
    }
}
