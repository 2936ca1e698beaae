package org.ticketingos.sla;

/** How loud an alarm is. */
enum Level {
    WARNING,
    BREACH
}
