package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;

/** Programs that send what they should not: each gets a sentence, and nothing has changed. */
class BadInputTest extends WholeApplication {

    private static final List<String> UNREADABLE = List.of(
            "",
            "{",
            "nonsense",
            "[]",
            "\"text\"",
            "{\"subject\": \"Fine\", \"colour\": \"blue\"}",
            "{\"subject\": {\"deep\": true}}",
            "{\"subject\": \"Fine\", \"attachments\": \"none\"}",
            "{\"subject\": \"   \"}",
            "{\"subject\": \"" + "x".repeat(301) + "\"}",
            "{\"subject\": \"Fine\", \"priority\": \"YESTERDAY\"}",
            "{\"subject\": \"Fine\", \"serviceLine\": \"gardening\"}",
            "{\"subject\": \"Fine\", \"attachments\": [null]}",
            "{\"subject\": \"Fine\", \"attachments\": [{\"name\": \"a.pdf\", \"content\": \"\\u00e4!\"}]}",
            "{\"subject\": \"Fine\", \"attachments\": [{\"name\": \"a.pdf\"}]}",
            "{\"subject\": \"Fine\", \"attachments\": [{\"name\": null, \"content\": \"\"}]}");

    @Autowired
    Users users;

    @Test
    void what_cannot_be_read_is_refused_in_a_sentence() {
        long before = tickets();
        for (String body : UNREADABLE) {
            refused(400, as("client").send("POST", "/api/v1/tickets", "application/json", body), body);
        }
        refused(415, as("client").send("POST", "/api/v1/tickets", "text/plain", "{}"), "text/plain");
        refused(405, as("client").send("DELETE", "/api/v1/tickets", "application/json", ""), "DELETE");
        assertThat(tickets()).isEqualTo(before);
    }

    @Test
    void a_body_of_absurd_depth_or_size_is_refused_before_it_is_kept() {
        String step = "/api/v1/tasks/" + keying("Depth").path("id").asText();
        for (String body : List.of(
                "[".repeat(200_000),
                "{\"a\":".repeat(200_000),
                "{\"subject\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"subject\": \"" + "x".repeat(45_000_000) + "\"}",
                "{\"total\": " + "9".repeat(1_000_000) + "}")) {
            String start = body.substring(0, 20);
            refused(400, as("client").send("POST", "/api/v1/tickets", "application/json", body), start);
            refused(400, as("agent").send("POST", step + "/complete", "application/json", body), start);
            refused(400, as("agent").send("POST", step + "/draft", "application/json", body), start);
        }
    }

    @Test
    void a_file_of_25_mb_is_taken_and_a_larger_one_refused() {
        assertThat(raise(25 * 1024 * 1024).status()).isEqualTo(201);
        refused(400, raise(25 * 1024 * 1024 + 1), "one byte more");
        refused(400, raise(40 * 1024 * 1024), "far more");
    }

    private Api.Answer raise(int size) {
        String content = Base64.getEncoder().encodeToString(new byte[size]);
        return as("client").post("/api/v1/tickets", Map.of(
                "subject", "A large file",
                "attachments", List.of(Map.of("name", "large.bin", "content", content))));
    }

    @Test
    void a_character_no_database_holds_is_no_fault_of_ours() {
        String step = "/api/v1/tasks/" + keying("NUL").path("id").asText();
        String ticket = "/api/v1/tickets/" + as("agent").get(step).body().path("ticket").asText();
        refused(400, as("client").post("/api/v1/tickets", Map.of("subject", "NUL \0 in it")), "subject");
        refused(400, as("client").post(ticket + "/withdraw", Map.of("reason", "\0")), "withdraw");
        refused(400, as("agent").post(ticket + "/messages", Map.of("kind", "NOTE", "text", "a\0b")), "note");
        refused(400, as("agent").post(step + "/complete", Map.of("outcome", "rec\0ord")), "complete");
        refused(400, as("agent").post(step + "/draft", Map.of("lines", List.of(Map.of("amount", "\0")))), "draft");
        for (String address : List.of(
                "/api/v1/tickets?q=%00",
                "/api/v1/tickets?q=a%00b",
                "/api/v1/tickets?owner=%00",
                "/api/v1/tickets?client=%00",
                "/api/v1/tickets?after=%00",
                "/api/v1/tickets?after=nonsense",
                "/api/v1/tickets?stage=NOWHERE",
                "/api/v1/tickets?limit=many",
                "/api/v1/tickets?limit=-1",
                "/api/v1/tasks?q=%00",
                "/api/v1/tasks?queue=%00",
                "/api/v1/tasks?after=%00",
                "/api/v1/tasks?after=nonsense",
                "/api/v1/tasks?view=WRONG",
                "/api/v1/tasks/no%20such",
                "/api/v1/documents/nonsense",
                "/api/v1/documents/" + UUID.randomUUID() + "/pages/-1",
                "/api/v1/invoices?after=%00",
                "/api/v1/invoices/nonsense",
                "/api/v1/deliverables?ticket=%00")) {
            Api.Answer answer = as("supervisor").get(address);
            assertThat(answer.status()).as(address + " " + answer.text()).isBetween(200, 499);
        }
        Api.Answer draft = as("agent").post(step + "/draft", Map.of("ven\0dor", "\\u0000"));
        assertThat(draft.status()).as(draft.text()).isBetween(200, 499);
        Api.Answer key = as("client")
                .post("/api/v1/tickets", Map.of("subject", "Long key"), "Idempotency-Key", "k".repeat(201));
        refused(400, key, "long key");
    }

    @Test
    void what_is_missing_or_too_long_is_named_field_by_field() {
        Api.Answer answer = as("client").post("/api/v1/tickets", Map.of("subject", "s".repeat(10_000)));

        refused(400, answer, "long subject");
        assertThat(answer.body().path("detail").asText()).contains("subject").contains("300");
        assertThat(answer.body().path("errors").findValuesAsText("field")).containsExactly("subject");
    }

    @Test
    void form_values_of_the_wrong_kind_come_back_field_by_field_and_the_step_stays_open() {
        JsonNode task = keying("Wrong values");
        String id = task.path("id").asText();
        Map<String, Object> form = new HashMap<>();
        form.put("documentType", "love-letter");
        form.put("documentDate", "31 Feb");
        form.put("currency", List.of("INR"));
        form.put("total", Map.of("amount", 1));
        form.put("net", "ten thousand");
        form.put("ledgerCode", "9999");
        form.put("outcome", "maybe");
        form.put("lines", List.of("no row", 7));

        Api.Answer answer = as("agent").post("/api/v1/tasks/" + id + "/complete", form);

        refused(422, answer, "wrong values");
        assertThat(answer.body().path("errors").findValuesAsText("field"))
                .contains("documentType", "documentDate", "currency", "total", "net", "ledgerCode", "outcome", "lines");
        assertThat(answer.body().path("errors").findValuesAsText("detail"))
                .allMatch(sentence -> sentence.endsWith("."));
        refused(422, as("agent").post("/api/v1/tasks/" + id + "/complete", Map.of()), "nothing filled in");
        assertThat(as("agent").get("/api/v1/tasks/" + id).status()).isEqualTo(200);
        assertThat(as("supervisor").ticket(task.path("ticket").asText()).path("stage").asText()).isEqualTo("PROCESS");
    }

    @Test
    void a_key_sent_again_answers_again_and_refuses_another_body() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("subject", "Once only", "text", "Please.", "serviceLine", "data-entry");
        Api.Answer first = as("client").post("/api/v1/tickets", body, "Idempotency-Key", key);
        Api.Answer again = as("client").post("/api/v1/tickets", body, "Idempotency-Key", key);
        Api.Answer other = as("client").post("/api/v1/tickets", Map.of("subject", "Else"), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        refused(422, other, "another body");
        assertThat(withSubject("Once only")).isEqualTo(1);
    }

    @Test
    void what_does_not_exist_is_said_as_problem_details_whatever_was_asked_for() {
        refused(404, as("agent").get("/api/v1/nothing"), "unknown path");
        refused(404, as("agent").get("/api/nothing/at/all"), "unknown path");
        refused(404, as("agent").post("/api/v2/tickets", Map.of()), "unknown version");
        refused(404, as("agent").get("/api/v1/tickets/T-999999"), "unknown ticket");
        refused(404, as("agent").get("/api/v1/documents/" + UUID.randomUUID()), "unknown document");
        refused(404, as("agent").get("/api/v1/documents/" + UUID.randomUUID() + "/pages/1"), "unknown page");
        refused(404, as("finance").get("/api/v1/invoices/AB_1/pdf"), "unknown invoice");
        String acmes = keying("Private").path("ticket").asText();
        refused(404, as("client2").get("/api/v1/tickets/" + acmes), "another client's ticket");
        refused(404, as("client2").post("/api/v1/tickets", Map.of("client", "acme", "subject", "x")), "for another");
    }

    @Test
    void guessing_a_password_is_stopped_after_five_tries() {
        String login = "guessed" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> users.add(
                new Users.User(login, "Gita Guess", login + "@ticketingos.example", Set.of(Role.ANALYST), null,
                        Set.of(), true),
                "right-password"));
        assertThat(new Api(base(), login, "right-password").get("/api/v1/tickets").status()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            refused(401, new Api(base(), login, "wrong-" + i).get("/api/v1/tickets"), "wrong password");
        }
        refused(429, new Api(base(), login, "wrong-5").get("/api/v1/tickets"), "sixth try");
        refused(429, new Api(base(), login, "right-password").get("/api/v1/tickets"), "the right one has to wait too");
        assertThat(as("agent").get("/api/v1/tickets").status()).as("nobody else waits").isEqualTo(200);
    }

    private JsonNode keying(String subject) {
        String number = Racing.raise(as("client"), subject);
        return new DataEntryWalk(this::as, number).keying();
    }

    private long tickets() {
        return as("client").get("/api/v1/tickets?limit=200").body().path("items").size();
    }

    private long withSubject(String subject) {
        return as("client").get("/api/v1/tickets?limit=200").body().path("items").findValuesAsText("subject").stream()
                .filter(subject::equals)
                .count();
    }

    /** Problem details (RFC 9457) with a sentence, and nothing of how the product is made. */
    static void refused(int status, Api.Answer answer, String what) {
        assertThat(answer.status()).as(what + ": " + answer.text()).isEqualTo(status);
        assertThat(answer.type()).as(what).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText()).as(what).isNotBlank();
        assertThat(answer.text())
                .as(what)
                .doesNotContainIgnoringCase("exception", "org.", "java.", "jackson", "sql", "<html");
    }
}
