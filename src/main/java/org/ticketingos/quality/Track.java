package org.ticketingos.quality;

/** For whom a fatal failure is critical. */
public enum Track {
    CUSTOMER("Customer-critical"),
    BUSINESS("Business-critical"),
    COMPLIANCE("Compliance-critical");

    private final String label;

    Track(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
