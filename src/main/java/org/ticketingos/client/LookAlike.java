package org.ticketingos.client;

import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the known domain a foreign one pretends to be: letters that look the same (Unicode UTS 39), one letter more, less
 * or other, two exchanged, another ending, a hyphenated addition, or the known name put in front.
 */
final class LookAlike {

    private static final SpoofChecker EYE = new SpoofChecker.Builder().build();
    private static final LevenshteinDistance SLIPS = new LevenshteinDistance(2);

    /** In shorter names one letter makes another word. */
    private static final int LONG_ENOUGH = 5;

    /** Shorter names are everybody's, whatever follows them. */
    private static final int OWN_NAME = 4;

    private LookAlike() {}

    static Optional<String> of(String domain, Collection<String> known) {
        String foreign = shown(domain);
        if (foreign.isEmpty() || known.stream().anyMatch(one -> within(foreign, shown(one)))) {
            return Optional.empty();
        }
        return known.stream().filter(one -> resembles(foreign, shown(one))).sorted().findFirst();
    }

    /** The domain itself or a part of it: mail.acme.example belongs to acme.example. */
    private static boolean within(String domain, String known) {
        return domain.equals(known) || domain.endsWith("." + known);
    }

    private static boolean resembles(String domain, String known) {
        if (known.length() < LONG_ENOUGH || !known.contains(".")) {
            return false;
        }
        String name = name(known);
        return seen(domain).equals(seen(known))
                || domain.startsWith(known + ".") || domain.startsWith(known + "-")
                || name.length() >= OWN_NAME && (name(domain).equals(name) || name(domain).startsWith(name + "-"))
                || name.length() >= LONG_ENOUGH
                        && ending(domain).equals(ending(known))
                        && slipped(seen(name(domain)), seen(name));
    }

    private static boolean slipped(String name, String known) {
        int slips = SLIPS.apply(name, known);
        return slips == 0 || slips == 1 || slips == 2 && sorted(name).equals(sorted(known));
    }

    private static String sorted(String text) {
        return text.chars().sorted().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String seen(String text) {
        return EYE.getSkeleton(text);
    }

    private static String shown(String domain) {
        return IDN.toUnicode(domain.strip().toLowerCase(Locale.ROOT));
    }

    private static String name(String domain) {
        return domain.substring(0, domain.indexOf('.') < 0 ? domain.length() : domain.indexOf('.'));
    }

    private static String ending(String domain) {
        return domain.substring(name(domain).length());
    }
}
