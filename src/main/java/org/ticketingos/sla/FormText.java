package org.ticketingos.sla;

import java.util.Map;

/** Reads typed text from a form. */
final class FormText {

    private FormText() {}

    /** Trimmed; empty when nothing was typed. */
    static String of(Map<String, Object> form, String key) {
        Object value = form.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
