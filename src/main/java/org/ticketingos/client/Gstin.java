package org.ticketingos.client;

import java.util.regex.Pattern;

/** India's GST identification number: state, PAN, entity, Z and a check character in base 36 with weights 1, 2, 1, 2. */
public class Gstin {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][0-9A-Z]{2}");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int BASE = DIGITS.length();

    private Gstin() {}

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && text.charAt(14) == checkCharacter(text);
    }

    /** The fifteenth character that the first fourteen ask for. */
    public static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = DIGITS.indexOf(text.charAt(i)) * (i % 2 + 1);
            sum += product / BASE + product % BASE;
        }
        return DIGITS.charAt((BASE - sum % BASE) % BASE);
    }
}
