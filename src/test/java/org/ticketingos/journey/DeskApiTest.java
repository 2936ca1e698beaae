package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the desks' screens can do, programs can do by the same rules. */
class DeskApiTest extends WholeApplication {

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_draft_is_kept_for_its_writer_and_a_prepared_text_comes_filled() {
        String ticket = "/api/v1/tickets/" + raise();
        assertThat(put("supervisor", "/api/v1/texts", Map.of(
                        "title", "Thanks " + run, "body", "Thank you for {{ticket.number}}.", "client", "acme"))
                .status()).isEqualTo(200);

        assertThat(put("agent", ticket + "/draft", Map.of("kind", "REPLY", "text", "Dear Meera, " + run)).status())
                .isEqualTo(204);
        assertThat(as("agent").get(ticket + "/draft").body().path("text").asText()).isEqualTo("Dear Meera, " + run);
        assertThat(as("agent2").get(ticket + "/draft").body().path("text").asText()).isEmpty();
        assertThat(as("client").get(ticket + "/draft").status()).isEqualTo(403);

        JsonNode text = named(as("agent").get(ticket + "/texts").body(), "Thanks " + run);
        assertThat(text.path("text").asText()).isEqualTo("Thank you for " + ticket.substring(16) + ".");
        assertThat(text.path("missing")).isEmpty();
        assertThat(put("agent", "/api/v1/texts", Map.of("title", "Mine", "body", "x")).status()).isEqualTo(403);
        assertThat(put("supervisor", "/api/v1/texts", Map.of("title", "", "body", "x")).status()).isEqualTo(409);
    }

    @Test
    void a_macro_is_shown_before_it_is_applied() {
        String number = raise();
        String ticket = "/api/v1/tickets/" + number;
        String macro = put("supervisor", "/api/v1/macros", Map.of(
                        "title", "Urgent " + run, "kind", "NOTE", "body", "Called the client. " + run, "priority", "HIGH"))
                .body().path("id").asText();
        assertThat(named(as("agent").get(ticket + "/macros").body(), "Urgent " + run).path("id").asText()).isEqualTo(macro);

        JsonNode preview = as("agent").post(ticket + "/macros/" + macro + "/preview", Map.of()).body();
        assertThat(preview.path("changes")).hasSize(2);
        assertThat(preview.path("hindrance").isNull()).isTrue();
        assertThat(as("agent").ticket(number).path("priority").asText()).isEqualTo("NORMAL");

        assertThat(as("agent").post(ticket + "/macros/" + macro, Map.of()).status()).isEqualTo(200);
        assertThat(as("agent").ticket(number).path("priority").asText()).isEqualTo("HIGH");
        assertThat(as("agent").get(ticket + "/messages").text()).contains("Called the client. " + run);
        assertThat(as("client").post(ticket + "/macros/" + macro, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void mail_kept_aside_is_opened_dropped_and_taken_back() {
        Mail mail = new Mail(smtpPort());
        mail.send(Mail.newId(), "meera.nair@acme.example", "Away " + run, "I am away. " + run,
                Map.of("Auto-Submitted", "auto-replied"), Map.of());
        String id = Api.eventually(() -> kept(false), "mail kept aside");

        assertThat(as("agent").get("/api/v1/kept-mail").status()).isEqualTo(403);
        assertThat(decide(id, "drop", Map.of()).status()).isEqualTo(409);
        assertThat(decide(id, "drop", Map.of("reason", "Holiday notice")).status()).isEqualTo(204);
        assertThat(kept(false)).isEmpty();
        assertThat(kept(true)).contains(id);
        assertThat(decide(id, "take-back", Map.of()).status()).isEqualTo(204);
        assertThat(decide(id, "put", Map.of("ticket", "nonsense")).status()).isEqualTo(409);
        String number = raise();
        assertThat(decide(id, "put", Map.of("ticket", number)).body().path("ticket").asText()).isEqualTo(number);
        assertThat(as("supervisor").get("/api/v1/tickets/" + number + "/messages").text()).contains("I am away. " + run);
        assertThat(decide(id, "open", Map.of()).status()).as("nothing is left to open").isEqualTo(409);
    }

    @Test
    void a_clients_administrator_keeps_the_own_people() {
        String mail = "asha." + run + "@acme.example";
        Api.Answer made = as("client").post("/api/v1/people", Map.of("name", "Asha Rao", "mail", mail, "roles", List.of("REQUESTER")));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.body().path("company").asBoolean()).isFalse();

        assertThat(as("client").post("/api/v1/people", Map.of("name", "Asha Rao", "mail", mail)).status()).isEqualTo(403);
        assertThat(as("acme.asks").get("/api/v1/people").status()).isEqualTo(403);
        assertThat(as("client2").get("/api/v1/people").text()).doesNotContain(mail);
        assertThat(as("client2").post("/api/v1/people/" + mail + "/off", Map.of()).status()).isBetween(400, 404);
        assertThat(as("client").post("/api/v1/people/" + mail + "/rights",
                Map.of("roles", List.of("APPROVER"), "invoices", true)).status()).isEqualTo(204);
        assertThat(as("client").post("/api/v1/people/" + mail + "/off", Map.of()).status()).isEqualTo(204);

        JsonNode asha = person(mail);
        assertThat(asha.path("active").asBoolean()).isFalse();
        assertThat(asha.path("roles").path(0).asText()).isEqualTo("APPROVER");
        assertThat(asha.path("invoices").asBoolean()).isTrue();
    }

    @Test
    void promises_count_the_requests_that_are_listed_behind_them() {
        raise();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Kolkata"));
        String days = "from=" + today.minusDays(1) + "&to=" + today;
        JsonNode turnaround = null;
        for (JsonNode one : as("client").get("/api/v1/promises?" + days).body().path("items")) {
            turnaround = one.path("promise").asText().equals("resolution") ? one : turnaround;
        }
        assertThat(turnaround).isNotNull();
        for (String state : List.of("MET", "BREACHED")) {
            int listed = as("client")
                    .get("/api/v1/promises/tickets?limit=200&state=" + state + "&" + days)
                    .body().path("items").size();
            assertThat(listed).isEqualTo(Math.min(200, turnaround.path(state.toLowerCase()).asInt()));
        }
        assertThat(as("client2").get("/api/v1/promises?client=acme&" + days).status()).isEqualTo(404);
        assertThat(as("supervisor").get("/api/v1/promises?client=acme&" + days).status()).isEqualTo(200);
        assertThat(as("agent").get("/api/v1/promises?client=acme&" + days).status()).isEqualTo(403);
    }

    @Test
    void the_look_of_the_portal_and_the_machines_that_may_write_have_their_keepers() {
        JsonNode before = as("client2").get("/api/v1/brand").body();
        assertThat(put("client2", "/api/v1/brand", Map.of("name", "Globex " + run)).body().path("name").asText())
                .isEqualTo("Globex " + run);
        assertThat(put("client2", "/api/v1/brand", Map.of("colour", "red; }")).status()).isBetween(400, 409);
        put("client2", "/api/v1/brand", Map.of("name", before.path("name").asText()));
        assertThat(put("acme.asks", "/api/v1/brand", Map.of("name", "Mine")).status()).isEqualTo(403);

        Map<String, String> scanner =
                Map.of("client", "acme", "mail", "scanner." + run + "@acme.example", "reason", "Their new scanner");
        assertThat(as("supervisor").post("/api/v1/machine-senders", scanner).status()).isEqualTo(204);
        assertThat(as("supervisor").get("/api/v1/machine-senders").text()).contains("scanner." + run);
        assertThat(as("supervisor").post("/api/v1/machine-senders/remove", scanner).status()).isEqualTo(204);
        assertThat(as("supervisor").get("/api/v1/machine-senders").text()).doesNotContain("scanner." + run);
        assertThat(as("agent").post("/api/v1/machine-senders", scanner).status()).isEqualTo(403);
    }

    private String raise() {
        return as("client")
                .post("/api/v1/tickets", Map.of(
                        "subject", "Invoice " + run, "text", "Please enter it.", "serviceLine", "data-entry"))
                .body().path("number").asText();
    }

    private Api.Answer put(String login, String path, Map<String, ?> body) {
        return as(login).send("PUT", path, "application/json", Api.JSON.valueToTree(body).toString());
    }

    private Api.Answer decide(String mail, String what, Map<String, ?> body) {
        return as("supervisor").post("/api/v1/kept-mail/" + mail + "/" + what, body);
    }

    private Optional<String> kept(boolean dropped) {
        for (JsonNode mail : as("supervisor").get("/api/v1/kept-mail?dropped=" + dropped).body().path("items")) {
            if (mail.path("subject").asText().equals("Away " + run)) {
                return Optional.of(mail.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private JsonNode person(String mail) {
        for (JsonNode one : as("client").get("/api/v1/people").body().path("items")) {
            if (one.path("mail").asText().equals(mail)) {
                return one;
            }
        }
        throw new AssertionError("nobody has " + mail);
    }

    private static JsonNode named(JsonNode list, String title) {
        for (JsonNode one : list.path("items")) {
            if (one.path("title").asText().equals(title)) {
                return one;
            }
        }
        throw new AssertionError(title + " is not in " + list);
    }
}
