package org.ticketingos.delivery.dataentry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A vendor whose documents this client has accepted before.
 *
 * @param times accepted documents so far
 */
record KnownVendor(String name, @Nullable String taxId, @Nullable String currency, int times) {

    /** As evidence: {@code seen 7 times here}. */
    String seen() {
        return times == 1 ? "seen once here" : "seen " + times + " times here";
    }

    /** The same company however it is printed: letters only, without its legal form. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("\\b(private limited|pvt ltd|ltd|limited|pvt|private|llp|llc|inc|plc|co|company|corp|"
                        + "gmbh|ag|bv|sa|sarl|srl|sdn|bhd|m s|www|com)\\b", " ")
                .replaceAll("\\s+", " ")
                .trim();
    }

    String key() {
        return key(name);
    }
}
