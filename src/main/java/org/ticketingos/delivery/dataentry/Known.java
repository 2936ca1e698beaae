package org.ticketingos.delivery.dataentry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a page is looked at: the client it came from, and its vendors. Never another client's.
 *
 * @param country of the client, ISO 3166
 * @param taxId the client's own, which is the buyer's on its papers
 */
record Known(String clientName, String country, @Nullable String taxId, List<KnownVendor> vendors, LocalDate today) {}
