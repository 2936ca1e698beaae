package org.ticketingos.quality;

/** Where a defect was caught; one found by the client has escaped. */
public enum FoundBy {
    QA,
    CLIENT
}
