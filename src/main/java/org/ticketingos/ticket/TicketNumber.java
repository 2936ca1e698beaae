package org.ticketingos.ticket;

/** What people call a ticket: {@code T-2041}. From a sequence; may have gaps. */
public record TicketNumber(String value) {

    public TicketNumber {
        if (!value.matches("T-\\d{1,12}")) {
            throw new IllegalArgumentException("not a ticket number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
