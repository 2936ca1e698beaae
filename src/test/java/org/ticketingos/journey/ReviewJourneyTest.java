package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A review from the draw to the appeal, in the running product. */
class ReviewJourneyTest extends WholeApplication {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void a_reviewer_judges_the_agent_disputes_and_the_second_level_decides() {
        String number = keyed("RJ/2026/1");
        JsonNode review = as("reviewer").task(number, "quality-review");
        String first = review.path("values").path("checks").get(0).path("label").asText();
        as("reviewer").complete(review, People.reviewed(review, Map.of(first, "Something else")));
        String keeper = keeper(number);

        JsonNode verdict = verdict(keeper, number);
        assertThat(verdict.path("errors").asInt()).isEqualTo(1);
        assertThat(verdict.toString()).doesNotContain("reviewer", "Ravi");
        String path = "/api/v1/reviews/" + verdict.path("id").asText() + "/dispute";
        Map<String, Object> dispute = Map.of(
                "points", List.of(verdict.path("points").get(0).path("id").asText()),
                "reason", "The page shows what I keyed.");
        assertThat(as(keeper.equals("agent") ? "agent2" : "agent").post(path, dispute).status()).isEqualTo(404);
        assertThat(as("client").post(path, dispute).status()).isEqualTo(403);
        assertThat(as(keeper).post(path, dispute).status()).isEqualTo(200);

        JsonNode appeal = as("reviewer2").task(number, "appeal-decide");
        assertThat(appeal.toString()).contains("The page shows what I keyed.").doesNotContain("\"agent", "Amy", "Ravi");
        Map<String, Object> ruling = ruling(appeal);
        assertThat(as("reviewer").post("/api/v1/tasks/" + appeal.path("id").asText() + "/complete", ruling).status())
                .as("not the second level")
                .isNotEqualTo(204);
        as("reviewer2").complete(appeal, ruling);

        assertThat(verdict(keeper, number).path("errors").asInt()).isZero();
        assertThat(verdict(keeper, number).path("appeal").asText()).isEqualTo("DECIDED");
    }

    @Test
    void whose_work_it_is_reaches_a_reviewer_through_no_call() {
        String number = keyed("RJ/2026/2");
        JsonNode review = as("reviewer").task(number, "quality-review");
        String keeper = keeper(number);
        Set<String> names = Set.of("\"" + keeper + "\"", "Amy", "D'Souza", "Vikram", "Iyer");
        List<String> told = new ArrayList<>();
        List<String> ids = new ArrayList<>(List.of(number, review.path("id").asText()));
        review.path("documents").forEach(id -> ids.add(id.asText()));

        for (Doors.Door door : Doors.of(mappings)) {
            if (door.method() != RequestMethod.GET) {
                continue;
            }
            for (String address : door.addresses(ids)) {
                Api.Answer answer = as("reviewer").get(address);
                if (answer.status() < 300 && names.stream().anyMatch(answer.text()::contains)) {
                    told.add(address + " -> " + answer.text());
                }
            }
        }

        assertThat(told).isEmpty();
        assertThat(as("reviewer").get("/api/v1/tickets/" + number).status()).isEqualTo(403);
        assertThat(as("reviewer").get("/api/v1/tickets/" + number + "/events").status()).isEqualTo(403);
        assertThat(as("supervisor").get("/api/v1/tickets/" + number + "/events").text()).contains(keeper);
        assertThat(as("reviewer").get("/api/v1/reviews/queue").text()).contains(number).doesNotContain(keeper + "\"");
    }

    @Test
    void the_engine_takes_no_review_without_the_answers_of_its_scorecard() {
        JsonNode draft = as("analyst")
                .post("/api/v1/quality/scorecards", Map.of(
                        "client", "nordwind",
                        "serviceLine", "data-entry",
                        "name", "Keying",
                        "questions", List.of(Map.of("text", "Complete?", "weight", 10))))
                .body();
        String activate = "/api/v1/quality/scorecards/" + draft.path("id").asText() + "/activate";
        assertThat(as("analyst").post(activate, Map.of()).status()).as("four eyes").isEqualTo(409);
        assertThat(as("supervisor").post(activate, Map.of()).status()).isEqualTo(200);
        assertThat(as("client").get("/api/v1/quality/scorecards").status()).isEqualTo(403);
        assertThat(as("client").get("/api/v1/calibrations").status()).isEqualTo(403);
    }

    private String keyed(String document) {
        String number = as("client")
                .post("/api/v1/tickets", Map.of(
                        "subject", "Enter invoice " + document,
                        "text", "Please enter the attached vendor invoice into our books.",
                        "serviceLine", "data-entry",
                        "attachments", List.of(Map.of(
                                "name", "scan.pdf",
                                "mediaType", "application/pdf",
                                "content", java.util.Base64.getEncoder().encodeToString(
                                        DataEntryJourneyTest.scan(document))))))
                .body()
                .path("number")
                .asText();
        DataEntryWalk walk = new DataEntryWalk(this::as, number);
        walk.triage();
        walk.key(document);
        return number;
    }

    private String keeper(String number) {
        return as("supervisor").ticket(number).path("owner").asText("agent");
    }

    private JsonNode verdict(String keeper, String number) {
        return Api.eventually(
                () -> {
                    for (JsonNode one : as(keeper).get("/api/v1/reviews/mine").body().path("items")) {
                        if (one.path("ticket").asText().equals(number)) {
                            return Optional.of(one);
                        }
                    }
                    return Optional.empty();
                },
                "verdict on " + number);
    }

    private static Map<String, Object> ruling(JsonNode appeal) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (JsonNode row : appeal.path("values").path("items")) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("item", row.path("item").asText());
            item.put("ruling", "overturned");
            item.put("why", "The page shows it.");
            items.add(item);
        }
        return new HashMap<>(Map.of("items", items, "note", "Looked again."));
    }
}
