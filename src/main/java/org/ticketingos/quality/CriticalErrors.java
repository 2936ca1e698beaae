package org.ticketingos.quality;

import java.math.BigDecimal;

/**
 * Critical-error accuracy of one track (customer, business or compliance): monitored work without such an error.
 *
 * @param upperError one-sided 95 % bound of the error rate: what 0 errors do not show
 */
public record CriticalErrors(int monitored, int errors, BigDecimal accuracy, BigDecimal upperError) {

    public static CriticalErrors of(int monitored, int errors) {
        return new CriticalErrors(
                monitored,
                errors,
                monitored == 0 ? BigDecimal.ONE : Accuracy.share(monitored - errors, monitored),
                Proof.upperError(errors, monitored));
    }
}
