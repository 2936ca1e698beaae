package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** One thing done to many steps, through the API of the running product. */
class BulkJourneyTest extends WholeApplication {

    @Test
    void a_trial_changes_nothing_the_run_does_what_it_said_and_is_undone_at_once() {
        List<String> steps = free(3);
        String foreign = reviewersStep();
        List<String> chosen = new ArrayList<>(steps);
        chosen.add(foreign);

        JsonNode trial = run("agent", Map.of("act", "TAKE", "tasks", chosen, "dryRun", true));
        assertThat(trial.path("done").asInt()).isEqualTo(3);
        assertThat(trial.path("refused").asInt()).isEqualTo(1);
        assertThat(trial.path("reasons").fieldNames().next()).isNotEmpty();
        assertThat(holders(steps)).containsOnly("");

        JsonNode run = run("agent", Map.of("act", "TAKE", "tasks", chosen));
        assertThat(run.path("done").asInt()).isEqualTo(3);
        assertThat(holders(steps)).containsOnly("agent");
        String file = as("agent").get("/api/v1/tasks/bulk/" + run.path("id").asText() + "/rows.csv").text();
        assertThat(file.lines().toList()).hasSize(5);

        JsonNode undone = wait("agent", as("agent").post("/api/v1/tasks/bulk/" + run.path("id").asText() + "/undo", Map.of()));
        assertThat(undone.path("done").asInt()).isEqualTo(3);
        assertThat(holders(steps)).containsOnly("");
        assertThat(as("agent").post("/api/v1/tasks/bulk/" + run.path("id").asText() + "/undo", Map.of()).status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void a_run_is_one_group_in_the_history_and_only_its_owner_reads_it() {
        List<String> steps = free(2);
        JsonNode run = run("agent", Map.of("act", "PRIORITY", "priority", "HIGH", "text", "Month end.", "tasks", steps));
        assertThat(run.path("done").asInt()).as(run.toString()).isEqualTo(2);

        for (JsonNode row : run.path("rows")) {
            String history = as("supervisor").get("/api/v1/tickets/" + row.path("ticket").asText() + "/events").text();
            assertThat(history).contains(run.path("id").asText()).contains("priority-changed");
        }
        String address = "/api/v1/tasks/bulk/" + run.path("id").asText();
        assertThat(as("agent2").get(address).status()).isEqualTo(404);
        assertThat(as("client").get(address).status()).isEqualTo(403);
    }

    @Test
    void all_that_match_are_handed_over_by_a_supervisor_and_an_agent_cannot_hand_over_what_is_not_theirs() {
        List<String> steps = free(2);
        JsonNode refused = run("agent", Map.of("act", "HAND_OVER", "to", "agent2", "tasks", steps));
        assertThat(refused.path("done").asInt()).isZero();
        assertThat(refused.path("reasons").toString()).contains("You do not have this step.");

        JsonNode run = run("supervisor", Map.of("act", "HAND_OVER", "to", "agent2",
                "filter", Map.of("view", "EVERY", "queue", "data-entry", "where", "{\"field\":\"holder\",\"op\":\"empty\"}")));
        assertThat(run.path("done").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(holders(steps)).containsOnly("agent2");
    }

    @Test
    void a_note_to_many_is_on_each_and_hidden_from_the_client_and_what_cannot_be_taken_back_says_so() {
        List<String> steps = free(2);
        JsonNode run = run("agent", Map.of("act", "NOTE", "text", "Bulk: paper is pale.", "tasks", steps));
        assertThat(run.path("done").asInt()).isEqualTo(2);
        for (JsonNode row : run.path("rows")) {
            String messages = "/api/v1/tickets/" + row.path("ticket").asText() + "/messages";
            assertThat(as("agent").get(messages).text()).contains("Bulk: paper is pale.");
            assertThat(as("client").get(messages).text()).doesNotContain("Bulk: paper is pale.");
        }
        Api.Answer undo = as("agent").post("/api/v1/tasks/bulk/" + run.path("id").asText() + "/undo", Map.of());
        assertThat(undo.status()).isEqualTo(409);
        assertThat(undo.body().path("detail").asText()).isEqualTo("\"Add an internal note\" cannot be undone.");
    }

    @Test
    void many_are_completed_by_one_form_under_the_rules_of_a_single_one() {
        List<String> steps = free(2);
        JsonNode refused = run("agent", Map.of("act", "COMPLETE", "tasks", steps,
                "form", Map.of("documentType", "invoice", "outcome", "record", "total", "much")));
        assertThat(refused.path("done").asInt()).isZero();
        assertThat(refused.path("reasons").size()).isPositive();
        assertThat(holders(steps)).as("nothing happened").containsOnly("");

        JsonNode run = run("agent", Map.of("act", "COMPLETE", "tasks", steps,
                "form", Map.of("documentType", "invoice", "outcome", "reject", "rejectReason", "unreadable")));
        assertThat(run.path("done").asInt()).as(run.toString()).isEqualTo(2);
        steps.forEach(step -> assertThat(as("agent").get("/api/v1/tasks/" + step).status()).isIn(404, 409));
    }

    @Test
    void withdrawn_requests_end_and_a_run_that_is_stopped_has_done_only_what_it_says() {
        List<String> steps = free(12);
        Api.Answer started = as("agent").post("/api/v1/tasks/bulk", Map.of("act", "WITHDRAW", "text", "Sent twice.", "tasks", steps));
        assertThat(as("agent").post("/api/v1/tasks/bulk/" + started.body().path("id").asText() + "/cancel", Map.of()).status())
                .isLessThan(300);
        JsonNode run = wait("agent", started);
        assertThat(run.path("done").asInt()).as(run.toString()).isLessThan(12);
        assertThat(run.path("rows")).hasSize(run.path("done").asInt());
        run.path("rows").forEach(row -> as("supervisor").ticketWith(row.path("ticket").asText(), "WITHDRAWN"));
        List<String> left = steps.subList(run.path("done").asInt(), 12);
        assertThat(holders(left)).as("not reached").containsOnly("");
        JsonNode rest = run("agent", Map.of("act", "WITHDRAW", "text", "Sent twice.", "tasks", left));
        assertThat(rest.path("done").asInt()).isEqualTo(left.size());
    }

    @Test
    void an_order_that_is_none_is_refused_in_words() {
        for (Map<String, Object> order : List.<Map<String, Object>>of(
                Map.of(), Map.of("act", "TAKE"), Map.of("act", "TAKE", "tasks", List.of()),
                Map.of("act", "HAND_OVER", "tasks", List.of("x")), Map.of("act", "NOTE", "tasks", List.of("x"), "text", " "),
                Map.of("act", "PRIORITY", "priority", "HIGH", "tasks", List.of("x")),
                Map.of("act", "TAKE", "filter", Map.of("view", "EVERY")))) {
            Api.Answer answer = as("agent").post("/api/v1/tasks/bulk", order);
            assertThat(answer.status()).as(order + " " + answer.text()).isIn(400, 409);
            assertThat(answer.body().path("detail").asText()).endsWith(".");
        }
        assertThat(run("agent", Map.of("act", "TAKE", "tasks", List.of("no-such-step"))).path("refused").asInt()).isEqualTo(1);
    }

    private JsonNode run(String login, Map<String, Object> order) {
        return wait(login, as(login).post("/api/v1/tasks/bulk", order));
    }

    private JsonNode wait(String login, Api.Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        JsonNode run = started.body();
        while (!run.path("finished").asBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            run = as(login).get("/api/v1/tasks/bulk/" + run.path("id").asText()).body();
        }
        return run;
    }

    /** Keying steps nobody has. */
    private List<String> free(int count) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DataEntryWalk walk = new DataEntryWalk(this::as, Racing.raise(as("client"), "Bulk " + i));
            walk.triage();
            JsonNode task = walk.keying();
            as(task.path("assignee").asText("agent")).post("/api/v1/tasks/" + task.path("id").asText() + "/release", Map.of());
            steps.add(task.path("id").asText());
        }
        return steps;
    }

    /** A step of a queue that is not the agent's. */
    private String reviewersStep() {
        return "not-a-step-of-mine";
    }

    private List<String> holders(List<String> steps) {
        return steps.stream()
                .map(step -> as("supervisor").get("/api/v1/tasks/" + step).body().path("assignee").asText("").replace("null", ""))
                .toList();
    }
}
