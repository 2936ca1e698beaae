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

    @Test
    void a_reply_by_the_api_against_what_was_not_read_is_refused_and_told_what_is_new() {
        String ticket = "/api/v1/tickets/" + Racing.raise(as("client"), "Answered by a program") + "/messages";
        long seen = as("agent").get(ticket).body().path("items").get(0).path("seq").asLong();
        as("client").post(ticket, Map.of("kind", "REPLY", "text", "One thing more."));

        Api.Answer stale = as("agent").post(ticket, Map.of("kind", "REPLY", "text", "Done.", "seen", seen));

        assertThat(stale.status()).as(stale.text()).isEqualTo(409);
        assertThat(stale.body().path("detail").asText())
                .isEqualTo("Not sent: there is a new message since you opened it. Your text is kept.");
        long unseen = stale.body().path("unseen").get(0).asLong();
        assertThat(unseen).isGreaterThan(seen);
        assertThat(as("agent").get(ticket).text()).doesNotContain("Done.");
        assertThat(as("agent").post(ticket, Map.of("kind", "REPLY", "text", "Done.", "seen", unseen)).status()).isEqualTo(201);
    }

    @Test
    void a_field_that_is_not_asked_for_is_refused_by_the_api_and_named() {
        Keying request = Keying.of(this::as, "agent", "Recorded and rejected");

        Api.Answer both = as("agent").post(request.address("complete"),
                Map.of("documentType", "invoice", "outcome", "record", "rejectReason", "unreadable"));

        assertThat(both.status()).as(both.text()).isEqualTo(422);
        JsonNode error = both.body().path("errors").get(0);
        assertThat(error.path("field").asText()).isEqualTo("rejectReason");
        assertThat(error.path("detail").asText()).isEqualTo("This is not asked for here: leave it out.");
        assertThat(as("agent").get(request.address("").replaceFirst("/$", "")).status()).as("still open").isEqualTo(200);
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
