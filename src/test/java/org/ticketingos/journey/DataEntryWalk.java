package org.ticketingos.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes one data-entry ticket from step to step, as its people would. */
final class DataEntryWalk {

    private final Function<String, Api> as;
    private final String number;

    DataEntryWalk(Function<String, Api> as, String number) {
        this.as = as;
        this.number = number;
    }

    /** Only a request the classifier is unsure about is confirmed by a person. */
    void triage() {
        boolean asked = Api.eventually(
                () -> {
                    if (open("triage-confirm")) {
                        return Optional.of(true);
                    }
                    String stage = as.apply("supervisor").ticket(number).path("stage").asText();
                    return stage.equals("PROCESS") ? Optional.of(false) : Optional.empty();
                },
                "triage of " + number);
        if (asked) {
            JsonNode confirm = as.apply("agent").task(number, "triage-confirm");
            as.apply("agent")
                    .complete(confirm, Map.of("serviceLine", "data-entry", "category", "invoice", "priority", "NORMAL"));
        }
    }

    private boolean open(String form) {
        for (JsonNode item : as.apply("agent").get("/api/v1/tasks?ticket=" + number).body().path("items")) {
            if (item.path("form").asText().equals(form)) {
                return true;
            }
        }
        return false;
    }

    JsonNode keying() {
        return as.apply("agent").task(number, "data-entry-validate-fields");
    }

    void key(String documentNumber) {
        JsonNode task = keying();
        keeper(task).complete(task, People.keyed(task, Map.ofEntries(
                Map.entry("documentType", "invoice"),
                Map.entry("vendor", "Sharma Paper Mills"),
                Map.entry("documentNumber", documentNumber),
                Map.entry("documentDate", "2026-11-12"),
                Map.entry("currency", "INR"),
                Map.entry("net", "10000.00"),
                Map.entry("tax", "1800.00"),
                Map.entry("total", "11800.00"),
                Map.entry("ledgerCode", "5100"))));
    }

    void review() {
        JsonNode task = as.apply("reviewer").task(number, "quality-review");
        as.apply("reviewer").complete(task, People.reviewed(task, Map.of()));
    }

    /** The reviewer finds the first field wrong; the agent corrects it. */
    void reviewWithDefect(String expected) {
        JsonNode task = as.apply("reviewer").task(number, "quality-review");
        String first = task.path("values").path("checks").get(0).path("label").asText();
        as.apply("reviewer").complete(task, People.reviewed(task, Map.of(first, expected)));
        JsonNode rework = as.apply("agent").task(number, "defect-correct-work");
        keeper(rework).complete(rework, People.corrected(rework));
    }

    void accept() {
        JsonNode task = as.apply("client").task(number, "client-review-accept");
        as.apply("client").complete(task, People.accepted(task));
    }

    void survey() {
        JsonNode task = as.apply("client").task(number, "closure-survey");
        as.apply("client").complete(task, People.pleased());
    }

    /** How often something happened. */
    long times(String kind) {
        return events().stream().filter(event -> event.path("kind").asText().equals(kind)).count();
    }

    List<String> stages() {
        return events().stream()
                .filter(event -> event.path("kind").asText().equals("stage-entered"))
                .map(event -> event.path("facts").path("stage").asText())
                .toList();
    }

    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        as.apply("supervisor")
                .get("/api/v1/tickets/" + number + "/events")
                .body()
                .path("items")
                .forEach(events::add);
        return events;
    }

    /** Whoever the step was given to, else the first agent. */
    private Api keeper(JsonNode task) {
        return as.apply(task.path("assignee").asText("agent"));
    }
}
