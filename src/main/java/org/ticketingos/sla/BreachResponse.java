package org.ticketingos.sla;

/**
 * A supervisor's answer to a broken promise, before the gate {@code sla-gates}.
 *
 * @param cause code of a {@link BreachCause}
 * @param actionLength characters of the text that says what is done about it
 */
public record BreachResponse(String cause, int actionLength) {}
