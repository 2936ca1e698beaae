package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two people do the same thing at the same moment: it happens once, and the slower one is told. */
class SameStepTwiceTest extends WholeApplication {

    private static final int ROUNDS = 5;
    private static final Map<String, Object> REJECTED =
            Map.of("documentType", "invoice", "outcome", "reject", "rejectReason", "unreadable");

    @Test
    void of_two_agents_completing_one_step_exactly_one_wins_each_time() {
        for (int round = 0; round < ROUNDS; round++) {
            DataEntryWalk walk = new DataEntryWalk(this::as, Racing.raise(as("client"), "Race " + round));
            walk.triage();
            JsonNode task = walk.keying();
            String step = "/api/v1/tasks/" + task.path("id").asText();
            as(task.path("assignee").asText("agent")).post(step + "/release", Map.of());

            assertOneWinner(race(step + "/complete", REJECTED), 204);
        }
    }

    @Test
    void of_two_agents_taking_one_step_exactly_one_gets_it() {
        DataEntryWalk walk = new DataEntryWalk(this::as, Racing.raise(as("client"), "Claimed twice"));
        walk.triage();
        JsonNode task = walk.keying();
        String step = "/api/v1/tasks/" + task.path("id").asText();
        as(task.path("assignee").asText("agent")).post(step + "/release", Map.of());

        assertOneWinner(race(step + "/claim", Map.of()), 200);
    }

    @Test
    void one_key_sent_by_several_threads_at_once_raises_one_ticket() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("subject", "Pressed " + key, "text", "Please.", "serviceLine", "data-entry");
        List<Supplier<Api.Answer>> presses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            presses.add(() -> as("client").post("/api/v1/tickets", body, "Idempotency-Key", key));
        }

        List<Api.Answer> answers = Racing.together(presses);

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(answers.stream().map(answer -> answer.body().path("number").asText()).distinct()).hasSize(1);
    }

    private List<Api.Answer> race(String address, Map<String, Object> body) {
        return Racing.together(
                List.of(() -> as("agent").post(address, body), () -> as("agent2").post(address, body)));
    }

    private static void assertOneWinner(List<Api.Answer> answers, int won) {
        assertThat(answers)
                .as(answers.stream().map(Api.Answer::text).toList().toString())
                .extracting(Api.Answer::status)
                .containsExactlyInAnyOrder(won, 409);
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(loser -> BadInputTest.refused(409, loser, "the slower one"));
    }
}
