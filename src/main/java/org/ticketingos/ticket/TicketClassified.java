package org.ticketingos.ticket;

import java.time.Instant;

/** Line, category, priority and mood are known, by the classifier or by a person. */
public record TicketClassified(
        TicketId ticketId, ServiceLine line, String category, Priority priority, String mood, String by, Instant at)
        implements TicketEvent {}
