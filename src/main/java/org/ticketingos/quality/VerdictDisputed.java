package org.ticketingos.quality;

import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.ProcessStart;
import org.ticketingos.ticket.TicketId;

/** Somebody whose work was reviewed does not agree; the reasons stay in the table of appeals. */
public record VerdictDisputed(TicketId ticketId, UUID appeal, UUID review, int items, Instant at)
        implements ProcessStart {

    @Override
    public String diagram() {
        return "appeal";
    }
}
