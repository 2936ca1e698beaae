package org.ticketingos.ui.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Tone;

/** The sum that speaks for an amount, told anew whenever one of its amounts is typed. */
final class Adding {

    private static final Pattern SUM = Pattern.compile("adds up: (\\S+) \\+ (\\S+) = (\\S+)(.*)");
    /** What a printed total may be rounded by. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.50");

    private final List<Term> terms;
    private final boolean rounded;

    private Adding(List<Term> terms, boolean rounded) {
        this.terms = terms;
        this.rounded = rounded;
    }

    /** One amount of the sum: what stands in a field, or a number printed on the paper. */
    private record Term(@Nullable String field, String printed) {

        @Nullable BigDecimal in(Map<String, Object> values) {
            return amount(field == null ? printed : values.get(field));
        }
    }

    /** The sum an evidence tells of, its amounts found again among the values proposed. */
    static Optional<Adding> of(String evidence, Map<String, Object> proposed) {
        Matcher sum = SUM.matcher(evidence);
        if (!sum.matches()) {
            return Optional.empty();
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String printed = sum.group(i);
            terms.add(new Term(
                    proposed.entrySet().stream()
                            .filter(one -> Objects.equals(amount(one.getValue()), amount(printed)))
                            .map(Map.Entry::getKey)
                            .filter(key -> terms.stream().noneMatch(term -> key.equals(term.field())))
                            .findFirst()
                            .orElse(null),
                    printed));
        }
        return Optional.of(new Adding(terms, !sum.group(4).isBlank()));
    }

    /** What the amounts say now, with the sum itself on the mouse; nothing while one of them is missing. */
    Optional<Chip> now(Map<String, Object> values) {
        BigDecimal first = terms.get(0).in(values);
        BigDecimal second = terms.get(1).in(values);
        BigDecimal total = terms.get(2).in(values);
        if (first == null || second == null || total == null) {
            return Optional.empty();
        }
        BigDecimal sum = first.add(second);
        BigDecimal rest = sum.subtract(total).abs();
        boolean holds = rest.signum() == 0 || rounded && rest.compareTo(ROUNDING) <= 0;
        Chip chip = holds ? new Chip("adds up", Tone.PLAIN) : new Chip("adds up to " + sum, Tone.BAD);
        chip.setTitle(first + " + " + second + " = " + sum + (holds && rest.signum() != 0 ? ", rounded to " + total : ""));
        return Optional.of(chip);
    }

    private static @Nullable BigDecimal amount(@Nullable Object value) {
        try {
            return value == null ? null : new BigDecimal(value.toString().trim().replace(",", "")).setScale(2);
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }
}
