package org.ticketingos.ticket;

/** The user asked for something that is not allowed. The message is a sentence for the user. */
public class TicketRefused extends RuntimeException {

    public TicketRefused(String sentence) {
        super(sentence);
    }
}
