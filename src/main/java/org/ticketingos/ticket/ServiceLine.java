package org.ticketingos.ticket;

import java.util.Locale;

/** A kind of outsourced work (LINE-1 to LINE-6); its code names the process, the tables and the forms of the line. */
public enum ServiceLine {
    DATA_ENTRY,
    CALL_CENTER,
    FINANCE,
    HR,
    IT_HELPDESK,
    REPORTING;

    /** {@code DATA_ENTRY} is {@code data-entry} in file names, tables and the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ServiceLine of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
