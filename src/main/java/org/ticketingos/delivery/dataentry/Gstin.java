package org.ticketingos.delivery.dataentry;

import java.util.regex.Pattern;

/** The Indian GST identification number: two digits of state, a PAN, entity, Z, check character (base 36, weights 1 2). */
final class Gstin {

    static final Pattern SHAPE = Pattern.compile("\\d{2}[A-Z]{5}\\d{4}[A-Z][1-9A-Z][0-9A-Z][0-9A-Z]");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Gstin() {}

    static boolean looksLike(String text) {
        return SHAPE.matcher(text).matches();
    }

    static boolean holds(String text) {
        return looksLike(text) && text.charAt(14) == checkCharacter(text.substring(0, 14));
    }

    static char checkCharacter(String first14) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = DIGITS.indexOf(first14.charAt(i)) * (i % 2 == 0 ? 1 : 2);
            sum += product / 36 + product % 36;
        }
        return DIGITS.charAt((36 - sum % 36) % 36);
    }
}
