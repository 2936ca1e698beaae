package org.ticketingos.billing;

/** What kind of supply an invoice is under the GST law, which decides its taxes. */
public enum Supply {
    /** Supplier and place of supply in one state: CGST and SGST (or UTGST), half the rate each. */
    INTRA_STATE,
    /** Between states: IGST. */
    INTER_STATE,
    /** Zero-rated without payment of tax, under bond or letter of undertaking. */
    EXPORT_UNDER_LUT,
    /** Zero-rated on payment of IGST, for a supplier without a letter of undertaking. */
    EXPORT_WITH_TAX,
    /** The supplier is not in India. */
    OUTSIDE_GST
}
