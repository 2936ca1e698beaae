package org.ticketingos.client;

/** The six commercial models (PRICE-1 to PRICE-6). */
public enum PricingModel {
    PER_TRANSACTION,
    FTE,
    HOURLY,
    FIXED_FEE,
    OUTCOME,
    HYBRID
}
