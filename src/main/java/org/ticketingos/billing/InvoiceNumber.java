package org.ticketingos.billing;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Pattern;

/** A legal serial number: at most sixteen letters, digits, dashes and slashes (Rule 46), kept in upper case. */
record InvoiceNumber(String value) {

    private static final Pattern LEGAL = Pattern.compile("[A-Z1-9][A-Z0-9/-]{0,15}");
    private static final String SERIES = "%s/%s/%06d";

    InvoiceNumber {
        value = value.toUpperCase(Locale.ROOT);
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not a legal invoice number: " + value);
        }
    }

    static InvoiceNumber of(String entity, String fiscalYear, int serial) {
        return new InvoiceNumber(SERIES.formatted(entity, fiscalYear, serial));
    }

    /** {@code 26-27} for every day from 1 April 2026 to 31 March 2027. */
    static String fiscalYear(LocalDate day) {
        int start = day.getMonth().compareTo(Month.APRIL) >= 0 ? day.getYear() : day.getYear() - 1;
        return "%02d-%02d".formatted(start % 100, (start + 1) % 100);
    }
}
