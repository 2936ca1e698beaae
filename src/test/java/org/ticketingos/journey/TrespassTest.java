package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.staffing.Roster;

/** People try what is not theirs, over the doors they have. */
class TrespassTest extends WholeApplication {

    private static final Pattern TOKEN = Pattern.compile("/sign-off/([0-9a-f]{32})");
    private static final Map<String, Object> REJECTED =
            Map.of("documentType", "invoice", "outcome", "reject", "rejectReason", "unreadable");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roster roster;

    @Test
    void what_the_client_has_to_decide_is_decided_by_none_of_ours_and_handed_to_none() {
        String number = delivered("TP/2026/1");
        JsonNode accept = as("client").task(number, "client-review-accept");
        String step = "/api/v1/tasks/" + accept.path("id").asText();

        Api.Answer own = as("supervisor").post(step + "/hand-over", Map.of("to", "supervisor"));
        assertThat(own.status()).as(own.text()).isEqualTo(409);
        assertThat(as("supervisor").post(step + "/complete", People.accepted(accept)).status()).isEqualTo(409);

        assertThat(as("client").post(step + "/claim", Map.of()).status()).isEqualTo(200);
        Api.Answer nobody = as("client").post(step + "/hand-over", Map.of("to", "nobody"));
        Api.Answer somebody = as("client").post(step + "/hand-over", Map.of("to", "agent2"));
        assertThat(somebody.status()).isEqualTo(409);
        assertThat(somebody.text()).as("tells nobody who works here").isEqualTo(nobody.text());
        assertThat(as("client").get("/api/v1/deliverables?ticket=" + number).body().path("items").path(0).path("state")
                .asText()).isEqualTo("DELIVERED");
    }

    @Test
    void a_sign_off_link_is_found_by_no_search() {
        String number = delivered("TP/2026/2");
        String token = Api.eventually(() -> token(number), "the mail with the link of " + number);

        for (String login : List.of("client", "acme.views", "agent")) {
            assertThat(as(login).get("/api/v1/tickets?q=sign-off").text()).as(login).contains(number);
            assertThat(as(login).get("/api/v1/tickets?q=" + token.substring(0, 6)).text()).as(login).doesNotContain(number);
            assertThat(as(login).get("/api/v1/tickets?q=" + token).text()).as(login).doesNotContain(number);
        }
    }

    @Test
    void a_reviewer_learns_from_no_filter_whose_work_it_is() {
        String number = keyed("TP/2026/3");
        as("reviewer").task(number, "quality-review");

        Api.Answer one = owned("agent");
        Api.Answer other = owned("agent2");

        assertThat(one.status()).as(one.text()).isEqualTo(409);
        assertThat(one.text()).isEqualTo(other.text()).doesNotContain("No step");
    }

    @Test
    void whoever_is_kept_apart_from_a_client_sees_and_does_nothing_of_it() {
        String number = as("supervisor")
                .post("/api/v1/tickets", Map.of("client", "sunrise", "subject", "Stock list of a rival",
                        "text", "Please enter what I write here.", "serviceLine", "data-entry"))
                .body().path("number").asText();
        new DataEntryWalk(this::as, number).triage();
        JsonNode keying = as("agent").task(number, "data-entry-validate-fields");
        String step = "/api/v1/tasks/" + keying.path("id").asText();
        as(keying.path("assignee").asText("agent")).post(step + "/release", Map.of());
        assertThat(as("agent2").get("/api/v1/tickets/" + number).status()).isEqualTo(200);

        Scope.system(() -> roster.wall("agent2", new ClientId("sunrise"), "serves a rival"));
        try {
            assertThat(as("agent2").post(step + "/complete", REJECTED).status()).isEqualTo(409);
            assertThat(as("agent2").get(step).status()).isEqualTo(409);
            assertThat(as("agent2").get("/api/v1/tickets/" + number).status()).isEqualTo(404);
            assertThat(as("agent2").get("/api/v1/tickets/" + number + "/messages").status()).isEqualTo(404);
            assertThat(as("agent2").get("/api/v1/tickets?q=rival").text()).doesNotContain(number);
            assertThat(as("agent2").get("/api/v1/tickets?client=sunrise").text()).doesNotContain(number);
            Api.Answer many = as("agent2").post("/api/v1/tasks/bulk", Map.of(
                    "act", "NOTE", "text", "I was here", "tasks", List.of(keying.path("id").asText())));
            finished("agent2", many.body().path("id").asText());
        } finally {
            Scope.system(() -> jdbc.sql("delete from agent_wall where login = 'agent2'").update());
        }
        assertThat(as("agent").get("/api/v1/tickets/" + number + "/messages").text()).doesNotContain("I was here");
        assertThat(as("agent2").get("/api/v1/tickets/" + number).status()).isEqualTo(200);
    }

    @Test
    void a_clients_person_is_not_told_who_of_us_works_and_why() {
        String number = keyed("TP/2026/4");

        JsonNode theirs = as("client").ticket(number);
        assertThat(as("agent").ticket(number).path("assignmentReason").asText()).isNotEmpty();
        assertThat(List.of("owner", "queue", "assignmentReason", "mood")).allMatch(field -> theirs.path(field).isNull());
        assertThat(as("client").get("/api/v1/tickets/" + number + "/events").text()).doesNotContain("\"mood\"");
    }

    @Test
    void who_only_looks_on_neither_withdraws_nor_stops_a_clock_nor_writes() {
        String number = Racing.raise(as("client"), "Looked at");
        String ticket = "/api/v1/tickets/" + number;

        for (String login : List.of("analyst", "finance")) {
            assertThat(as(login).get(ticket).status()).as(login).isEqualTo(200);
            assertThat(as(login).post(ticket + "/withdraw", Map.of("reason", "no")).status()).as(login).isEqualTo(403);
            assertThat(as(login).post(ticket + "/pause", Map.of("reason", "waiting-for-client")).status())
                    .as(login).isEqualTo(403);
        }
        assertThat(as("analyst").post(ticket + "/messages", Map.of("kind", "REPLY", "text", "Hello")).status())
                .isEqualTo(403);
        assertThat(as("client").post(ticket + "/withdraw", Map.of("reason", "mine")).status()).isNotEqualTo(403);
    }

    @Test
    void who_may_not_decide_asks_in_no_other_name() {
        Map<String, String> request = Map.of("subject", "For a friend", "text", "Please enter what I write here.",
                "serviceLine", "data-entry", "from", "friend@outside.example");

        assertThat(as("acme.asks").post("/api/v1/tickets", request).status()).isEqualTo(400);
        Map<String, String> own = new java.util.HashMap<>(request);
        own.put("from", "Rohan.Verma@acme.example");
        assertThat(as("acme.asks").post("/api/v1/tickets", own).status()).isEqualTo(201);
    }

    @Test
    void a_day_no_calendar_has_is_refused_in_words() {
        for (String address : List.of("/api/v1/reconciliation?day=%2B999999999-12-31",
                "/api/v1/promises?from=2026-01-01&to=%2B999999999-12-31", "/api/v1/promises?from=-999999999-01-01&to=2026-01-01")) {
            Api.Answer answer = as("client").get(address);
            assertThat(answer.status()).as(address + " " + answer.text()).isEqualTo(400);
        }
    }

    @Test
    void one_person_cannot_fill_the_memory_with_bulk_runs() {
        assertThat(as("finance").post("/api/v1/tasks/bulk", Map.of(
                        "act", "TAKE", "dryRun", true, "tasks", List.of("x".repeat(1000)))).status())
                .isEqualTo(409);
        List<String> unknown = java.util.stream.IntStream.range(0, 4000).mapToObj(i -> "none-" + i).toList();
        List<Api.Answer> answers = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> as("finance").post(
                        "/api/v1/tasks/bulk", Map.of("act", "TAKE", "dryRun", true, "tasks", unknown)))
                .toList();
        answers.stream().filter(answer -> answer.status() == 202).forEach(answer -> as("finance")
                .post("/api/v1/tasks/bulk/" + answer.body().path("id").asText() + "/cancel", Map.of()));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(202, 409).contains(409);
        assertThat(answers.get(11).text()).contains("not finished");
    }

    @Test
    void a_shared_view_breaks_the_list_of_nobody() {
        Map<String, Object> unreadable = Map.of("name", "Odd", "sharedRole", "SUPERVISOR",
                "where", Map.of("field", "due", "op", "within", "values", List.of("4 fortnights")));
        assertThat(as("agent").post("/api/v1/views", unreadable).status()).isEqualTo(409);
        Api.Answer every = as("supervisor")
                .post("/api/v1/views", Map.of("name", "All of it", "whose", "EVERY", "sharedRole", "AGENT"));
        assertThat(every.status()).isEqualTo(200);

        assertThat(as("supervisor").get("/api/v1/views").text()).contains("All of it");
        Api.Answer agents = as("agent").get("/api/v1/views");
        assertThat(agents.status()).as(agents.text()).isEqualTo(200);
        as("supervisor").post("/api/v1/views/" + every.body().path("id").asText() + "/delete", Map.of());
    }

    private Api.Answer owned(String login) {
        return as("reviewer").post("/api/v1/tasks/bulk", Map.of("act", "TAKE", "dryRun", true, "filter", Map.of(
                "view", "ALL", "where", "{\"field\":\"owner\",\"op\":\"is\",\"values\":[\"" + login + "\"]}")));
    }

    private void finished(String login, String run) {
        Api.eventually(
                () -> Optional.of(as(login).get("/api/v1/tasks/bulk/" + run).body())
                        .filter(state -> state.path("finished").asBoolean()),
                "the end of a bulk run");
    }

    private Optional<String> token(String number) {
        List<String> bodies = Scope.system(() -> jdbc.sql("""
                        select m.body from message m join ticket t on t.id = m.ticket_id
                        where t.number = ? and m.direction = 'OUT'""")
                .param(number)
                .query(String.class)
                .list());
        return bodies.stream().map(TOKEN::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst();
    }

    private String delivered(String document) {
        String number = keyed(document);
        new DataEntryWalk(this::as, number).review();
        as("client").task(number, "client-review-accept");
        return number;
    }

    private String keyed(String document) {
        String number = as("client")
                .post("/api/v1/tickets", Map.of("subject", "Enter " + document, "text", "Please enter what I write here.",
                        "serviceLine", "data-entry", "from", "meera.nair@acme.example"))
                .body().path("number").asText();
        DataEntryWalk walk = new DataEntryWalk(this::as, number);
        walk.triage();
        walk.key(document);
        return number;
    }
}
