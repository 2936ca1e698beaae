package org.ticketingos.delivery;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.Ticket;

/** By when a client has to sign off: the contract's business days on the contract's calendar. */
@Component
class Acceptance {

    private final Clients clients;
    private final WorkCalendars calendars;

    Acceptance(Clients clients, WorkCalendars calendars) {
        this.clients = clients;
        this.calendars = calendars;
    }

    Contract contract(Ticket ticket) {
        String contract = ticket.contractId();
        if (contract == null) {
            throw new IllegalStateException("ticket " + ticket.number() + " is not under contract");
        }
        return clients.contract(contract);
    }

    /** Close of the last business day of the term; from then on silence is acceptance. */
    Instant deemedAt(Ticket ticket, Instant deliveredAt) {
        return calendar(ticket).closeOfBusinessDay(deliveredAt, contract(ticket).acceptanceDays());
    }

    /** When half of the term's business time has passed. */
    Instant reminderAt(Ticket ticket, Instant deliveredAt) {
        Duration term = calendar(ticket).elapsed(deliveredAt, deemedAt(ticket, deliveredAt));
        return calendar(ticket).add(deliveredAt, term.dividedBy(2));
    }

    private WorkCalendar calendar(Ticket ticket) {
        return calendars.get(contract(ticket).calendar());
    }
}
