package org.ticketingos.billing;

import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;

/** The system steps of billing.bpmn. */
@Steps("billing")
public class BillingSteps {

    private final TicketBilling billing;

    BillingSteps(TicketBilling billing) {
        this.billing = billing;
    }

    public void meter(String ticketId) {
        billing.meter(TicketId.of(ticketId));
    }

    public String model(String ticketId) {
        return billing.model(TicketId.of(ticketId)).name();
    }

    public int units(String ticketId) {
        return billing.units(TicketId.of(ticketId));
    }

    public void charge(String ticketId, String rateId) {
        billing.charge(TicketId.of(ticketId), rateId);
    }

    /** ISSUED, or GATHERED until the month's run. */
    public String invoice(String ticketId) {
        return billing.invoice(TicketId.of(ticketId));
    }
}
