package org.ticketingos.channel;

/** A way for messages to leave. Implement it, and the courier will use it. */
public interface Channel {

    /** As messages name it, for example {@code mail}. */
    String name();

    /** Returns when the message is handed over; called again with the same ids after a crash. */
    void deliver(OutboundMessage message) throws DeliveryFailed;
}
