package org.ticketingos.quality;

/**
 * What a client thinks of one ticket.
 *
 * @param csat satisfaction, 1 to 5
 * @param nps how likely to recommend us, 0 to 10
 */
public record Answer(int csat, int nps, String comment) {}
