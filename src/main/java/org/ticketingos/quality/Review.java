package org.ticketingos.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.ticketingos.ticket.TicketId;

/**
 * One look of a reviewer at one ticket's work.
 *
 * @param round 1 is the first look; only first looks prove accuracy, rework never re-enters the count
 * @param level 1 is the first reviewer, 2 the second level, whose finding stands
 * @param unit FIELD or DOCUMENT
 * @param accuracy right units of those inspected, 0 to 1
 * @param upperError one-sided 95 % Clopper-Pearson bound of the error rate
 * @param verdict PASSED or DEFECTS
 * @param reasons why the gate said no, in sentences; empty when passed
 */
public record Review(
        UUID id,
        TicketId ticket,
        int round,
        int level,
        String line,
        String reviewer,
        String unit,
        int inspected,
        int errors,
        int critical,
        BigDecimal accuracy,
        BigDecimal upperError,
        BigDecimal target,
        String verdict,
        String reasons,
        String note,
        Instant at) {

    static final String PASSED = "PASSED";
    static final String DEFECTS = "DEFECTS";
}
