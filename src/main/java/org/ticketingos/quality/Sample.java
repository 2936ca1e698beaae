package org.ticketingos.quality;

import java.math.BigDecimal;

/**
 * Fact for the gate {@code quality-gates}: what a reviewer found in one ticket.
 *
 * @param accuracy right units of those inspected, 0 to 1
 * @param target what the contract promises, for example 0.998
 * @param unit FIELD or DOCUMENT, as the contract counts
 * @param inspected units looked at
 * @param defects wrong units that would reach the client if this passed
 * @param criticalDefects of these, the critical ones
 */
public record Sample(
        BigDecimal accuracy, BigDecimal target, String unit, int inspected, int defects, int criticalDefects) {}
