package org.ticketingos.billing;

import java.time.ZoneId;

final class SampleSupplier {

    private SampleSupplier() {}

    static Supplier with(String gstin, String lut) {
        return new Supplier(
                "TOS", "TicketingOS Services", "12 Residency Road, Bengaluru", "IN", "29", gstin, lut,
                "billing@ticketingos.example", "Sample Bank", ZoneId.of("Asia/Kolkata"), 30, false);
    }

    static Supplier sample() {
        return with("29AAFCT4821K1Z0", "AD290426000000X");
    }
}
