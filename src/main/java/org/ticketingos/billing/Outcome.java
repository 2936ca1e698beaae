package org.ticketingos.billing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** PRICE-5: paid by result: a share of what was verifiably gained, or so much per ticket that stayed resolved. */
class Outcome {

    private Outcome() {}

    /** A percentage of the gain over the baseline, net of reversals in the window, between floor and cap. */
    static BigDecimal share(
            BigDecimal percent,
            BigDecimal verified,
            BigDecimal baseline,
            BigDecimal reversals,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap) {
        BigDecimal share = PerTransaction.percent(verified.subtract(baseline).subtract(reversals), percent);
        BigDecimal lifted = floor == null ? share : share.max(floor);
        return cap == null ? lifted : lifted.min(cap);
    }

    static Priced resolved(BigDecimal rate, BigDecimal resolved, BigDecimal reopened) {
        return Priced.of("Resolved tickets", resolved.subtract(reopened), "ticket", rate);
    }
}
