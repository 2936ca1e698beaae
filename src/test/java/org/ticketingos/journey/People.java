package org.ticketingos.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people type into the forms of the data-entry line, from what the step proposes. */
final class People {

    private People() {}

    /** The agent takes over what was read and completes it from the paper. */
    static Map<String, Object> keyed(JsonNode task, Map<String, Object> paper) {
        Map<String, Object> form = values(task);
        form.putAll(paper);
        form.put("outcome", "record");
        form.remove("rejectReason");
        return form;
    }

    /** The reviewer finds everything right, but for the fields named, which should read otherwise. */
    static Map<String, Object> reviewed(JsonNode task, Map<String, String> wrong) {
        List<Map<String, Object>> checks = new ArrayList<>();
        for (JsonNode row : task.path("values").path("checks")) {
            Map<String, Object> check = row(row);
            String expected = wrong.get(row.path("label").asText());
            check.put("correct", expected == null ? "right" : "wrong");
            if (expected != null) {
                check.put("expected", expected);
                check.put("severity", "MAJOR");
                check.put("cause", "mistyped");
            }
            checks.add(check);
        }
        return new HashMap<>(Map.of("checks", checks));
    }

    /** The agent corrects each defect to what the reviewer or the client expects. */
    static Map<String, Object> corrected(JsonNode task) {
        List<Map<String, Object>> corrections = new ArrayList<>();
        for (JsonNode row : task.path("values").path("corrections")) {
            Map<String, Object> correction = row(row);
            correction.put("value", row.path("expected").asText());
            corrections.add(correction);
        }
        return new HashMap<>(Map.of("corrections", corrections, "note", "Corrected against the paper."));
    }

    static Map<String, Object> accepted(JsonNode task) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (JsonNode row : task.path("values").path("items")) {
            Map<String, Object> item = row(row);
            item.put("verdict", "ok");
            items.add(item);
        }
        return new HashMap<>(Map.of("decision", "accept", "items", items));
    }

    static Map<String, Object> pleased() {
        return Map.of("csat", "5", "nps", "9", "comment", "Quick and right.");
    }

    private static Map<String, Object> values(JsonNode task) {
        Map<String, Object> form = new LinkedHashMap<>();
        task.path("values").properties().forEach(value -> form.put(value.getKey(), plain(value.getValue())));
        return form;
    }

    private static Map<String, Object> row(JsonNode row) {
        Map<String, Object> values = new LinkedHashMap<>();
        row.properties().forEach(value -> values.put(value.getKey(), plain(value.getValue())));
        return values;
    }

    private static Object plain(JsonNode value) {
        return Api.JSON.convertValue(value, Object.class);
    }
}
