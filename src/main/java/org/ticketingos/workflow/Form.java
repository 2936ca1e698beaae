package org.ticketingos.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a human step asks for; the same checks serve screen, API, mail and bulk work (GATE-4). */
public record Form(String id, List<FormField> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** Reads a {@code .form} file. A file the rule book would refuse may be refused here too. */
    public static Form parse(String json) {
        return FormFile.read(json);
    }

    /** Findings by field key, in a list {@code items[2].value}; empty when all is well. */
    public Map<String, String> check(Map<String, Object> values) {
        return check(values, Map.of());
    }

    /**
     * The same, with the choices that depend on the ticket.
     *
     * @param options by field key, in a list {@code items.value}: value to label
     */
    public Map<String, String> check(Map<String, Object> values, Map<String, Map<String, String>> options) {
        return new FormCheck(options).findings(fields, values);
    }

    /**
     * What a step may be given: fields of this form only, converted to {@code String}, {@code BigDecimal},
     * {@code Boolean} or rows of these; blank values and what a person can only look at are left out.
     */
    public Map<String, Object> clean(Map<String, Object> values) {
        Map<String, Object> clean = new LinkedHashMap<>();
        for (FormField field : fields) {
            FormValue.of(field, values.get(field.key())).ifPresent(value -> clean.put(field.key(), value));
        }
        return clean;
    }
}
