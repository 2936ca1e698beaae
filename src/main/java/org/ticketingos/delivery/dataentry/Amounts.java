package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts as people and readers print them: every value the text may mean, the likeliest first. */
final class Amounts {

    private static final Pattern CURRENCY = Pattern.compile(
            "(?i)₹|rs\\.?(?![a-z])|inr|rm(?![a-z])|myr|us\\$|usd|sgd|s\\$|\\$|eur|€|gbp|£|aed|chf|jpy|¥");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,' ]*");
    private static final Pattern LOOKALIKES = Pattern.compile("[0-9lIoOSB][0-9lIoOSB.,']*");

    private Amounts() {}

    /**
     * One value an amount may have.
     *
     * @param repaired letters were read as the digits they look like; never accepted by rule
     */
    record Amount(BigDecimal value, boolean repaired) {}

    /** Which mark stands before the decimals; UNKNOWN where neither vendor nor country says so. */
    enum Decimals {
        POINT,
        COMMA,
        UNKNOWN
    }

    static List<Amount> read(String text) {
        return read(text, Decimals.UNKNOWN);
    }

    static List<Amount> read(String text, Decimals decimals) {
        String plain = plain(text);
        Matcher currency = CURRENCY.matcher(plain);
        plain = currency.replaceAll(" ").trim().replaceFirst("/-$", "");
        boolean negative = false;
        if (plain.startsWith("(") && plain.endsWith(")")) {
            negative = true;
            plain = plain.substring(1, plain.length() - 1).trim();
        } else if (plain.endsWith("-") || plain.startsWith("-")) {
            negative = true;
            plain = plain.replaceFirst("^-|-$", "").trim();
        }
        boolean repaired = false;
        if (!NUMBER.matcher(plain).matches()) {
            String mended = mend(plain);
            if (mended == null) {
                return List.of();
            }
            plain = mended;
            repaired = true;
        }
        boolean minus = negative;
        boolean guessed = repaired;
        return values(plain.replace(" ", ""), decimals).stream()
                .map(value -> new Amount(minus ? value.negate() : value, guessed))
                .toList();
    }

    /** The currency one printed word names, alone or tight against a number, as ISO 4217; null when it names none. */
    static @Nullable String currency(String word) {
        String rest = plain(word).toLowerCase(Locale.ROOT).replaceAll("[\\d.,:()/-]", "");
        return switch (rest) {
            case "₹", "rs", "inr", "rupees", "rupee" -> "INR";
            case "rm", "myr", "ringgit" -> "MYR";
            case "€", "eur", "euro", "euros" -> "EUR";
            case "£", "gbp" -> "GBP";
            case "s$", "sgd" -> "SGD";
            case "aed" -> "AED";
            case "chf" -> "CHF";
            case "¥", "jpy" -> "JPY";
            case "$", "us$", "usd", "dollars" -> "USD";
            default -> null;
        };
    }

    /** Full-width marks, odd spaces and long dashes as ASCII; PP-OCR prints them in place of a currency sign. */
    static String plain(String text) {
        return text.replace('，', ',').replace('．', '.').replace('：', ':').replace('（', '(').replace('）', ')')
                .replace('\u3000', ' ').replace('\u00a0', ' ').replace('\u202f', ' ')
                .replace('\u2212', '-').replace('\u2013', '-').replace('\u2019', '\'')
                .trim();
    }

    private static @Nullable String mend(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        long letters = text.chars().filter(Character::isLetter).count();
        if (!LOOKALIKES.matcher(text).matches() || digits < 2 || letters > digits) {
            return null;
        }
        return text.replace('l', '1').replace('I', '1').replace('o', '0').replace('O', '0')
                .replace('S', '5').replace('B', '8');
    }

    private static List<BigDecimal> values(String number, Decimals decimals) {
        Set<BigDecimal> values = new LinkedHashSet<>();
        String whole = number.replace("'", "");
        if (!number.equals(whole) && !grouped(integerPart(number), "'")) {
            return List.of();
        }
        int point = whole.lastIndexOf('.');
        int comma = whole.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            values.add(new BigDecimal(whole));
        } else if (point >= 0 && comma >= 0) {
            split(whole, point > comma ? '.' : ',').ifPresent(values::add);
        } else {
            char mark = point >= 0 ? '.' : ',';
            boolean decimal = decimals == Decimals.UNKNOWN || (decimals == Decimals.POINT) == (mark == '.');
            boolean group = decimals == Decimals.UNKNOWN || !decimal;
            int tail = whole.length() - 1 - Math.max(point, comma);
            if (group && tail == 3 && grouped(whole, String.valueOf(mark))) {
                values.add(new BigDecimal(whole.replace(String.valueOf(mark), "")));
            }
            if ((decimal || tail != 3) && whole.indexOf(mark) == whole.lastIndexOf(mark)) {
                split(whole, mark).ifPresent(values::add);
            }
        }
        return List.copyOf(values);
    }

    private static Optional<BigDecimal> split(String number, char mark) {
        int at = number.lastIndexOf(mark);
        String left = number.substring(0, at);
        String right = number.substring(at + 1);
        String other = mark == '.' ? "," : ".";
        if (left.isEmpty() || right.isEmpty() || right.contains(other) || left.indexOf(mark) >= 0
                || left.contains(other) && !grouped(left, other)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(left.replace(other, "") + "." + right));
    }

    private static String integerPart(String number) {
        int at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        return at < 0 ? number : number.substring(0, at);
    }

    /** Groups of three, or of two before a last three: lakh and crore. */
    private static boolean grouped(String number, String mark) {
        String m = Pattern.quote(mark);
        return number.matches("\\d{1,3}(" + m + "\\d{3})+")
                || number.matches("\\d{1,2}(" + m + "\\d{2})+" + m + "\\d{3}");
    }
}
