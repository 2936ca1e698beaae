package org.ticketingos.quality;

/** How much a defect hurts the client, the least first. */
public enum Severity {
    MINOR,
    MAJOR,
    CRITICAL
}
