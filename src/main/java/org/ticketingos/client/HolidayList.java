package org.ticketingos.client;

/** Whose holiday it is; on any of them a calendar stays closed. */
public enum HolidayList {
    COUNTRY("Country"),
    SITE("Our site"),
    CLIENT("Client");

    private final String label;

    HolidayList(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
