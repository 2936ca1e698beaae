package org.ticketingos.delivery;

/** How far a client's paper has come, in the order of its way; the last ones are other ends of it. */
public enum PaperState {
    COLLECTED,
    UNCHECKED,
    RECEIVED,
    BEING_READ,
    READ,
    CANNOT_BE_READ,
    BEING_WORKED,
    DOUBTFUL,
    ENTERED,
    DELIVERED,
    RETURNED,
    ACCEPTED,
    FINISHED,
    NOT_WORKED,
    KEPT_APART,
    KNOWN,
    WITHDRAWN
}
