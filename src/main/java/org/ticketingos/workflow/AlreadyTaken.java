package org.ticketingos.workflow;

import org.ticketingos.ticket.TicketRefused;

/** Somebody else was faster; the sentence says who. */
public class AlreadyTaken extends TicketRefused {

    private final String winner;

    AlreadyTaken(String winner, String name) {
        super("%s already has this step. Take the next one instead.".formatted(name));
        this.winner = winner;
    }

    /** Log-in name of who has the step. */
    public String winner() {
        return winner;
    }
}
