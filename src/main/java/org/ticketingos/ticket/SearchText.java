package org.ticketingos.ticket;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person typed to find tickets: words, {@code "exact words"}, {@code -not}, and {@code field:value}.
 *
 * @param terms must be there; a word matches by its beginning, a phrase exactly
 * @param without must not be there
 * @param fields by name, of {@link #FIELDS}
 */
record SearchText(List<Term> terms, List<Term> without, Map<String, String> fields) {

    /** What can stand before a colon. */
    static final Set<String> FIELDS =
            Set.of("client", "status", "from", "line", "owner", "queue", "stage", "priority", "before", "after");

    private static final Pattern PART =
            Pattern.compile("(-?)(?:([a-zA-Z]+):)?(?:\"([^\"]*)\"?|(\\S+))");

    /** Longer questions are cut: nobody types so many words. */
    private static final int MOST_TERMS = 20;

    /**
     * Words in a row.
     *
     * @param exact the last one is a whole word, not a beginning
     */
    record Term(List<String> words, boolean exact) {

        String query() {
            String row = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" <-> "));
            return exact ? row : row + ":*";
        }

        /** One word in letters that may have been mistyped. */
        boolean mayBeMistyped() {
            return !exact && words.size() == 1 && words.get(0).length() >= 4
                    && words.get(0).chars().noneMatch(Character::isDigit);
        }
    }

    static SearchText parse(String typed) {
        List<Term> terms = new ArrayList<>();
        List<Term> without = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher parts = PART.matcher(typed);
        while (parts.find()) {
            boolean exact = parts.group(3) != null;
            String value = exact ? parts.group(3) : parts.group(4);
            String field = parts.group(2) == null ? "" : parts.group(2).toLowerCase(Locale.ROOT);
            if (FIELDS.contains(field) && !value.isBlank()) {
                fields.put(field, value.strip());
                continue;
            }
            List<String> words = words(field.isEmpty() ? value : field + " " + value);
            if (!words.isEmpty() && terms.size() + without.size() < MOST_TERMS) {
                (parts.group(1).isEmpty() ? terms : without).add(new Term(words, exact));
            }
        }
        return new SearchText(List.copyOf(terms), List.copyOf(without), Map.copyOf(fields));
    }

    /** Letters and digits, as the database cuts them; signs of the query language vanish. */
    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean hasWords() {
        return !terms.isEmpty() || !without.isEmpty();
    }

    /** The day of {@code before:} or {@code after:}. */
    LocalDate day(String field) {
        try {
            return LocalDate.parse(fields.get(field));
        } catch (DateTimeParseException e) {
            throw new TicketRefused("Write the day after \"" + field + ":\" as 2026-01-31.");
        }
    }
}
