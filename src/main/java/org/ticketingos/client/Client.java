package org.ticketingos.client;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A company we work for.
 *
 * @param stateCode GST state code of an Indian client, for example {@code 29}
 * @param taxId GSTIN or VAT number
 */
public record Client(
        ClientId id,
        String name,
        String address,
        String country,
        @Nullable String stateCode,
        @Nullable String taxId,
        ZoneId zone,
        Locale locale,
        String billingMail) {}
