package org.ticketingos.billing;

import java.util.Map;
import java.util.Set;

/** States and union territories by their GST code. */
class State {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("01", "Jammu and Kashmir"),
            Map.entry("02", "Himachal Pradesh"),
            Map.entry("03", "Punjab"),
            Map.entry("04", "Chandigarh"),
            Map.entry("05", "Uttarakhand"),
            Map.entry("06", "Haryana"),
            Map.entry("07", "Delhi"),
            Map.entry("08", "Rajasthan"),
            Map.entry("09", "Uttar Pradesh"),
            Map.entry("10", "Bihar"),
            Map.entry("11", "Sikkim"),
            Map.entry("12", "Arunachal Pradesh"),
            Map.entry("13", "Nagaland"),
            Map.entry("14", "Manipur"),
            Map.entry("15", "Mizoram"),
            Map.entry("16", "Tripura"),
            Map.entry("17", "Meghalaya"),
            Map.entry("18", "Assam"),
            Map.entry("19", "West Bengal"),
            Map.entry("20", "Jharkhand"),
            Map.entry("21", "Odisha"),
            Map.entry("22", "Chhattisgarh"),
            Map.entry("23", "Madhya Pradesh"),
            Map.entry("24", "Gujarat"),
            Map.entry("26", "Dadra and Nagar Haveli and Daman and Diu"),
            Map.entry("27", "Maharashtra"),
            Map.entry("29", "Karnataka"),
            Map.entry("30", "Goa"),
            Map.entry("31", "Lakshadweep"),
            Map.entry("32", "Kerala"),
            Map.entry("33", "Tamil Nadu"),
            Map.entry("34", "Puducherry"),
            Map.entry("35", "Andaman and Nicobar Islands"),
            Map.entry("36", "Telangana"),
            Map.entry("37", "Andhra Pradesh"),
            Map.entry("38", "Ladakh"),
            Map.entry("97", "Other Territory"));

    /** Union territories without a legislature of their own: UTGST takes the place of SGST. */
    private static final Set<String> WITHOUT_LEGISLATURE = Set.of("04", "26", "31", "35", "38", "97");

    private State() {}

    /** {@code 29-Karnataka}, the way Rule 46 wants the place of supply named. */
    static String label(String code) {
        String name = NAMES.get(code);
        if (name == null) {
            throw new IllegalArgumentException("no GST state has the code " + code);
        }
        return code + "-" + name;
    }

    /** The name of the state's half of the tax. */
    static String localTax(String code) {
        return WITHOUT_LEGISLATURE.contains(code) ? "UTGST" : "SGST";
    }
}
