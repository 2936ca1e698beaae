package org.ticketingos.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.ticketingos.client.Gstin;

/**
 * Our own company, as it stands on an invoice. The defaults are a sample company.
 *
 * @param entity short name that starts every invoice number
 * @param stateCode GST state code
 * @param lut reference of the letter of undertaking; empty without one
 * @param paymentDays days until an invoice is due
 * @param roundToRupee whether an invoice in rupees is rounded to whole rupees
 */
@ConfigurationProperties("ticketingos.supplier")
record Supplier(
        @DefaultValue("TOS") String entity,
        @DefaultValue("TicketingOS Services Private Limited") String name,
        @DefaultValue("4th Floor, 12 Residency Road, Bengaluru 560025, Karnataka") String address,
        @DefaultValue("IN") String country,
        @DefaultValue("29") String stateCode,
        @DefaultValue("29AAFCT4821K1Z0") String gstin,
        @DefaultValue("AD290426000000X") String lut,
        @DefaultValue("billing@ticketingos.example") String mail,
        @DefaultValue("Sample Bank, account 000000000000, IFSC SAMP0000000") String bank,
        @DefaultValue("Asia/Kolkata") ZoneId zone,
        @DefaultValue("30") int paymentDays,
        @DefaultValue("false") boolean roundToRupee) {

    /** Today on our own calendar, which decides the month and the fiscal year. */
    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    Supplier {
        if (country.equals("IN")) {
            State.label(stateCode);
            if (!Gstin.isValid(gstin) || !gstin.startsWith(stateCode)) {
                throw new IllegalArgumentException(
                        "ticketingos.supplier.gstin: " + gstin + " is not a GSTIN of state " + stateCode);
            }
        }
    }
}
