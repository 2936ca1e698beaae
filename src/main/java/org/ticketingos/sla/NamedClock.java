package org.ticketingos.sla;

/** Something that is counted in business time: a promise to the client, or a target of our own. */
public sealed interface NamedClock permits ClockKind, InternalClock {

    /** What its events call it. */
    String code();

    String label();

    /** Whether each start counts from nothing. */
    boolean startsAfresh();
}
