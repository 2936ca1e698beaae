package org.ticketingos.ui.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Words;

/** The facts of an audit entry as people read them; the exact bytes that were chained are on the mouse. */
final class AuditFacts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHORT = 8;

    private AuditFacts() {}

    static Span of(String payload) {
        Span facts = new Span(words(payload));
        facts.setTitle(payload);
        return facts;
    }

    static String words(String payload) {
        try {
            List<String> facts = new ArrayList<>();
            JSON.readTree(payload).properties().forEach(fact -> {
                if (!fact.getKey().equals("at")) {
                    facts.add(Words.field(fact.getKey()) + " " + value(fact.getValue()));
                }
            });
            return String.join(" · ", facts);
        } catch (JsonProcessingException e) {
            return payload;
        }
    }

    private static String value(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return text.substring(0, SHORT) + "…";
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")) {
            try {
                return Moments.at(Instant.parse(text));
            } catch (DateTimeException e) {
                return text;
            }
        }
        return text.isEmpty() ? "–" : text.matches("[A-Z]+(_[A-Z]+)+|[A-Z]{4,}") ? Words.text(text).toLowerCase() : text;
    }
}
