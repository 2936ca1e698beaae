package org.ticketingos.macro;

import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Ticket;

/** For which tickets and people something was prepared; null means any. */
public record Fits(@Nullable ClientId client, @Nullable ServiceLine line, @Nullable Role role) {

    public static final Fits ALL = new Fits(null, null, null);

    boolean to(Ticket ticket, CurrentUser who) {
        return (client == null || client.equals(ticket.client()))
                && (line == null || line == ticket.line())
                && (role == null || who.is(role));
    }
}
