package org.ticketingos.ticket;

/** What people outside the process want to know; follows from the stage and is never picked (TICKET-3). */
public enum Status {
    NEW,
    IN_PROGRESS,
    AWAITING_CLIENT,
    BILLING,
    MERGED,
    CLOSED,
    WITHDRAWN
}
