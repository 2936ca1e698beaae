package org.ticketingos.access;

import java.util.Locale;

/** Bytes as letters people can copy (RFC 4648, section 6), without padding. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = buffer << 8 | one & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(LETTERS.charAt(buffer >>> bits - 5 & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return bits == 0 ? text.toString() : text.append(LETTERS.charAt(buffer << 5 - bits & 31)).toString();
    }

    /** @throws IllegalArgumentException when there are other signs than letters of this alphabet and blanks */
    static byte[] decode(String text) {
        String letters = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        byte[] bytes = new byte[letters.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : letters.toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("not base32");
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >>> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
