package org.ticketingos.workflow;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what was sent with what the form asks for, and says in a sentence what is wrong where. */
final class FormCheck {

    /** More rows than any ticket has items; a larger list is a mistake or an attack. */
    private static final int MOST_ROWS = 2_000;

    private final Map<String, Map<String, String>> options;

    FormCheck(Map<String, Map<String, String>> options) {
        this.options = options;
    }

    Map<String, String> findings(List<FormField> fields, Map<?, ?> values) {
        Map<String, String> findings = new LinkedHashMap<>();
        for (FormField field : fields) {
            asked(field, values, field.key(), field.key(), findings);
        }
        return findings;
    }

    /** A field whose condition does not hold must be left out; a value in it would contradict the rest. */
    private void asked(
            FormField field, Map<?, ?> values, String place, String name, Map<String, String> findings) {
        Object sent = values.get(field.key());
        if (field.isAsked(values)) {
            check(field, place, name, sent, findings);
        } else if (!FormValue.blank(sent)) {
            findings.put(place, "This is not asked for here: leave it out.");
        }
    }

    /**
     * Checks one field.
     *
     * @param place where a finding is put: {@code items[2].value}
     * @param name what choices are listed under: {@code items.value}
     */
    private void check(
            FormField field, String place, String name, @Nullable Object sent, Map<String, String> findings) {
        if (field.type() == FormField.Type.LIST) {
            rows(field, place, sent, findings);
        } else if (field.type() != FormField.Type.TEXT && (!field.readOnly() || field.hidden())) {
            finding(field, name, sent).ifPresent(sentence -> findings.put(place, sentence));
        }
    }

    private void rows(FormField list, String place, @Nullable Object sent, Map<String, String> findings) {
        if (FormValue.blank(sent)) {
            if (list.required()) {
                findings.put(place, "At least one row is needed.");
            }
            return;
        }
        Optional<List<Map<?, ?>>> rows = FormValue.rows(sent);
        if (rows.isEmpty()) {
            findings.put(place, "This must be a list of rows.");
            return;
        }
        if (rows.get().size() > MOST_ROWS) {
            findings.put(place, "At most " + MOST_ROWS + " rows can be taken.");
            return;
        }
        if (list.required() && rows.get().isEmpty()) {
            findings.put(place, "At least one row is needed.");
        }
        for (int i = 0; i < rows.get().size(); i++) {
            for (FormField field : list.fields()) {
                String at = place + "[" + i + "]." + field.key();
                asked(field, rows.get().get(i), at, place + "." + field.key(), findings);
            }
        }
    }

    private Optional<String> finding(FormField field, String name, @Nullable Object sent) {
        if (FormValue.blank(sent)) {
            return field.required() ? Optional.of(needed(field)) : Optional.empty();
        }
        return switch (field.type()) {
            case NUMBER -> number(field, sent);
            case CHECKBOX -> checkbox(field, sent);
            case DATE -> FormValue.date(sent).isPresent()
                    ? Optional.empty()
                    : Optional.of("Write the date as year-month-day, for example 2026-03-31.");
            case SELECT, RADIO -> choice(field, name, sent);
            default -> text(field, sent);
        };
    }

    private static String needed(FormField field) {
        return switch (field.type()) {
            case SELECT, RADIO -> "Choose one.";
            case DATE -> "A date is needed.";
            case CHECKBOX -> "This must be ticked.";
            default -> "This is needed.";
        };
    }

    private static Optional<String> checkbox(FormField field, @Nullable Object sent) {
        Optional<Boolean> ticked = FormValue.bool(sent);
        if (ticked.isEmpty()) {
            return Optional.of("This must be yes or no.");
        }
        return field.required() && !ticked.get() ? Optional.of(needed(field)) : Optional.empty();
    }

    private static Optional<String> number(FormField field, @Nullable Object sent) {
        Optional<BigDecimal> number = FormValue.number(sent);
        if (number.isEmpty()) {
            return Optional.of("This must be a number.");
        }
        BigDecimal min = field.limits().min();
        BigDecimal max = field.limits().max();
        if (min != null && number.get().compareTo(min) < 0) {
            return Optional.of("This must be at least " + min.toPlainString() + ".");
        }
        return max != null && number.get().compareTo(max) > 0
                ? Optional.of("This must be at most " + max.toPlainString() + ".")
                : Optional.empty();
    }

    private Optional<String> choice(FormField field, String name, @Nullable Object sent) {
        Map<String, String> known = field.optionsLater() ? options.getOrDefault(name, Map.of()) : field.options();
        Optional<String> chosen = FormValue.text(sent);
        if (chosen.isEmpty()) {
            return Optional.of("Choose one of the listed values.");
        }
        boolean unknowable = field.optionsLater() && !options.containsKey(name);
        return unknowable || known.containsKey(chosen.get())
                ? text(field, sent)
                : Optional.of("Choose one of the listed values.");
    }

    private static Optional<String> text(FormField field, @Nullable Object sent) {
        Optional<String> typed = FormValue.text(sent);
        if (typed.isEmpty()) {
            return Optional.of("This must be text.");
        }
        String text = typed.get();
        FormField.Limits limits = field.limits();
        if (text.indexOf('\0') >= 0) {
            return Optional.of("This holds a character that cannot be stored.");
        }
        if (text.length() > limits.maxLength()) {
            return Optional.of("At most %d characters can be taken; these are %d."
                    .formatted(limits.maxLength(), text.length()));
        }
        if (text.length() < limits.minLength()) {
            return Optional.of("At least %d characters are needed.".formatted(limits.minLength()));
        }
        return limits.pattern() != null && !limits.pattern().matcher(text).matches()
                ? Optional.of(limits.sentence())
                : Optional.empty();
    }
}
