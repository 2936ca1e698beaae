package org.ticketingos.quality;

import org.jspecify.annotations.Nullable;

/**
 * What a client thinks of one ticket.
 *
 * @param csat satisfaction, 1 to 5
 * @param nps how likely to recommend us, 0 to 10; null when not answered
 */
public record Answer(int csat, @Nullable Integer nps, String comment) {}
