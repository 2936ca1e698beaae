package org.ticketingos.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, as the screen draws it, the API describes it and the server checks it.
 *
 * @param key name of its value; for a {@code TEXT} the id of the paragraph
 * @param label what stands beside it; for a {@code TEXT} the paragraph itself
 * @param hidden carried along with its row and never shown
 * @param options value to label, in order; empty when the choices come from elsewhere
 * @param optionsLater the choices depend on the ticket and come with the form's content
 * @param limits what a typed value must keep to
 * @param columns how many of sixteen columns it takes; 16 is the full width
 * @param rowsMayChange rows of a list may be added and removed by the person
 * @param when the condition under which it is asked for; null when always
 * @param fields the fields of one row of a list; empty for all others
 */
public record FormField(
        Type type,
        String key,
        String label,
        String description,
        boolean required,
        boolean readOnly,
        boolean hidden,
        Map<String, String> options,
        boolean optionsLater,
        Limits limits,
        int columns,
        boolean rowsMayChange,
        List<FormField> fields,
        @Nullable When when) {

    /** Asked for only while another field of the same form or row has one of these values. */
    public record When(String key, Set<String> values) {}

    public boolean isConditional() {
        return when != null;
    }

    /** Whether it is asked for beside these other values. */
    public boolean isAsked(Map<?, ?> others) {
        return when == null || when.values().contains(String.valueOf(others.get(when.key())));
    }

    /** The kinds of field that screens can draw; the rule book refuses all others. */
    public enum Type {
        TEXTFIELD("textfield"),
        TEXTAREA("textarea"),
        NUMBER("number"),
        SELECT("select"),
        RADIO("radio"),
        CHECKBOX("checkbox"),
        DATE("datetime"),
        TEXT("text"),
        LIST("dynamiclist");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** How the form file spells it. */
        public String word() {
            return word;
        }
    }

    /**
     * Bounds of a typed value.
     *
     * @param pattern the whole value must match; null when anything goes
     * @param sentence what to say when the pattern does not match
     * @param min smallest number allowed; null when there is none
     * @param max largest number allowed; null when there is none
     */
    public record Limits(
            int minLength,
            int maxLength,
            @Nullable Pattern pattern,
            String sentence,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}
}
