package org.ticketingos.workflow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a screen or a program sent into what a step is given. */
final class FormValue {

    /** Longer than any number of a form, short enough that parsing costs nothing. */
    private static final int LONGEST_NUMBER = 40;

    private FormValue() {}

    /** Nothing for a blank value, for one of a wrong kind, and for what a person can only look at. */
    static Optional<Object> of(FormField field, @Nullable Object sent) {
        boolean shown = field.type() == FormField.Type.TEXT || field.readOnly() && !field.hidden();
        if (shown || blank(sent)) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case TEXT -> Optional.empty();
            case NUMBER -> number(sent).map(value -> value);
            case CHECKBOX -> bool(sent).map(value -> value);
            case DATE -> date(sent).map(LocalDate::toString);
            case LIST -> rows(sent).map(rows -> clean(field, rows));
            case TEXTFIELD, TEXTAREA, SELECT, RADIO -> text(sent).map(value -> value);
        };
    }

    static boolean blank(@Nullable Object sent) {
        return sent == null || sent instanceof String text && text.isBlank();
    }

    static Optional<String> text(@Nullable Object sent) {
        if (sent instanceof String text) {
            return Optional.of(text.strip());
        }
        return sent instanceof Number || sent instanceof Boolean ? Optional.of(sent.toString()) : Optional.empty();
    }

    static Optional<BigDecimal> number(@Nullable Object sent) {
        String text = sent instanceof Number || sent instanceof String ? sent.toString().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || text.toLowerCase().contains("e")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> bool(@Nullable Object sent) {
        if (sent instanceof Boolean value) {
            return Optional.of(value);
        }
        if (sent instanceof String text && (text.equals("true") || text.equals("false"))) {
            return Optional.of(Boolean.valueOf(text));
        }
        return Optional.empty();
    }

    static Optional<LocalDate> date(@Nullable Object sent) {
        if (sent instanceof LocalDate day) {
            return Optional.of(day);
        }
        try {
            return sent instanceof String text ? Optional.of(LocalDate.parse(text.strip())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Rows of a list field; nothing when it is no list or an element is no row. */
    static Optional<List<Map<?, ?>>> rows(@Nullable Object sent) {
        if (!(sent instanceof List<?> list)) {
            return Optional.empty();
        }
        List<Map<?, ?>> rows = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> row)) {
                return Optional.empty();
            }
            rows.add(row);
        }
        return Optional.of(rows);
    }

    private static List<Map<String, Object>> clean(FormField list, List<Map<?, ?>> rows) {
        List<Map<String, Object>> clean = new ArrayList<>();
        for (Map<?, ?> row : rows) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (FormField field : list.fields()) {
                of(field, row.get(field.key())).ifPresent(value -> values.put(field.key(), value));
            }
            clean.add(values);
        }
        return clean;
    }
}
