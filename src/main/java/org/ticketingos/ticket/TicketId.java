package org.ticketingos.ticket;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The opaque, time-ordered identity of a ticket and the business key of its process. */
public record TicketId(UUID value) {

    public static TicketId of(String text) {
        return new TicketId(UUID.fromString(text));
    }

    /** A new identity; later instants sort later (layout of UUID version 7, RFC 9562). */
    public static TicketId next(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = at.toEpochMilli() << 16 | 0x7000L | random.nextInt(0x1000);
        long low = 0x8000000000000000L | random.nextLong() >>> 2;
        return new TicketId(new UUID(high, low));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
