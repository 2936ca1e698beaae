package org.ticketingos.ticket;

/** How urgent a ticket is, the most urgent first. */
public enum Priority {
    CRITICAL,
    HIGH,
    NORMAL,
    LOW
}
