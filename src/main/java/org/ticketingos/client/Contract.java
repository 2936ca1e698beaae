package org.ticketingos.client;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client and we agreed for one service line, from a day until a day.
 *
 * @param line code of the service line, for example {@code data-entry}
 * @param slaPlan name the table {@code sla-targets} knows: {@code standard}, {@code priority}, {@code premium}
 * @param calendar id of the business calendar its clocks count on
 * @param samplingPercent share of tickets that QA looks at, 0 to 100 (QMS-1)
 * @param accuracyTarget for example 0.998 (GATE-1)
 * @param accuracyUnit FIELD or DOCUMENT
 * @param reviewRequired whether the client signs off each deliverable
 * @param acceptanceDays business days after which silence is acceptance
 * @param reopenDays calendar days within which a reply reopens a closed ticket
 * @param platformShare 0.20 means 20 % stay with the platform (BILL-1)
 * @param invoicing PER_TICKET or MONTHLY
 * @param until first day it no longer holds; null while open-ended
 */
public record Contract(
        String id,
        ClientId client,
        String number,
        String line,
        PricingModel model,
        Currency currency,
        String slaPlan,
        String calendar,
        int samplingPercent,
        BigDecimal accuracyTarget,
        String accuracyUnit,
        boolean reviewRequired,
        int acceptanceDays,
        int reopenDays,
        BigDecimal platformShare,
        String invoicing,
        LocalDate from,
        @Nullable LocalDate until,
        List<Rate> rates) {

    /** The agreed rate of that name. */
    public Rate rate(String rateId) {
        return rates.stream()
                .filter(rate -> rate.id().equals(rateId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("contract " + number + " has no rate " + rateId));
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
