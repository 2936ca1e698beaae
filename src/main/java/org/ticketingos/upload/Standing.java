package org.ticketingos.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.delivery.PaperState;
import org.ticketingos.ticket.TicketNumber;

/**
 * How one file stands.
 *
 * @param size in bytes
 * @param reason why, for everybody; empty where the state says it all
 * @param houseReason why, for our own people only
 * @param ticket the request it is worked on with; null while it is being collected
 */
public record Standing(
        UUID document,
        String name,
        String mediaType,
        long size,
        PaperState state,
        String reason,
        String houseReason,
        @Nullable TicketNumber ticket) {}
