package org.ticketingos.sla;

/**
 * Somebody wants to stop a ticket's clock, before the gate {@code sla-gates}.
 *
 * @param reason code of a {@link PauseReason}
 * @param stage where the ticket stands, for example {@code PROCESS}
 * @param pausesSoFar how often people have paused it already
 * @param remainingMinutes business time left; negative after the breach
 */
public record PauseRequest(String reason, String stage, int pausesSoFar, int remainingMinutes) {}
