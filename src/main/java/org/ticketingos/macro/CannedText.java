package org.ticketingos.macro;

import java.util.UUID;

/**
 * A text written once for many tickets.
 *
 * @param body with blanks such as {@code {{ticket.number}}}, see {@link Blanks#NAMES}
 */
public record CannedText(UUID id, Fits fits, String title, String body, boolean archived) {}
