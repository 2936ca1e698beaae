package org.ticketingos.gate;

/** One reason why something may not pass; the only thing a rule can say. */
public record Rejection(String reason) {}
