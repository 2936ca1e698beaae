package org.ticketingos.client;

import java.math.BigDecimal;

/**
 * One agreed number of a contract under the name a pricing table uses for it: {@code per-document}, {@code base},
 * {@code included}, {@code overage}, {@code per-hour}.
 *
 * @param amount in the contract's currency, or a plain quantity for a unit such as {@code documents}
 * @param unit what it is counted in: {@code document}, {@code hour}, {@code month}, {@code documents}, {@code percent}
 */
public record Rate(String id, BigDecimal amount, String unit) {}
