package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Within one company: a viewer looks on, a requester sees what he asked for, and only an approver decides. */
class ClientPeopleTest extends WholeApplication {

    private static final String VIEWER = "acme.views";
    private static final String REQUESTER = "acme.asks";

    @Test
    void a_viewer_decides_nothing_and_a_requester_sees_only_what_he_asked_for() {
        String number = raise("client");
        DataEntryWalk walk = new DataEntryWalk(this::as, number);
        walk.triage();
        walk.key("VIEW/2026/1");
        walk.review();
        as("client").task(number, "client-review-accept");
        String deliverable = as(VIEWER).get("/api/v1/deliverables?ticket=" + number)
                .body().path("items").path(0).path("id").asText();
        assertThat(deliverable).isNotEmpty();

        for (String login : new String[] {VIEWER, REQUESTER}) {
            assertThat(as(login).post("/api/v1/deliverables/" + deliverable + "/accept", Map.of()).status())
                    .as(login).isEqualTo(403);
            assertThat(as(login).get("/api/v1/tasks?ticket=" + number).body().path("items")).isEmpty();
            assertThat(as(login).get("/api/v1/invoices").body().path("items")).isEmpty();
        }
        assertThat(as(VIEWER).post("/api/v1/tickets/" + number + "/withdraw", Map.of("reason", "no")).status())
                .isEqualTo(403);
        assertThat(as(VIEWER).post("/api/v1/tickets", Map.of("subject", "For me", "text", "x")).status()).isEqualTo(403);
        assertThat(as(VIEWER).get("/api/v1/deliverables/" + deliverable + "/decisions").body().path("words")).isEmpty();
        assertThat(as(REQUESTER).get("/api/v1/tickets/" + number).status()).isEqualTo(404);
        assertThat(as(REQUESTER).get("/api/v1/deliverables/" + deliverable + "/decisions").status()).isEqualTo(404);

        String own = raise(REQUESTER);
        assertThat(as(REQUESTER).get("/api/v1/tickets/" + own).status()).isEqualTo(200);
        for (JsonNode ticket : as(REQUESTER).get("/api/v1/tickets").body().path("items")) {
            assertThat(ticket.path("requester").asText()).isEqualTo(REQUESTER);
        }

        walk.accept();
        JsonNode decisions = as("client").get("/api/v1/deliverables/" + deliverable + "/decisions").body();
        assertThat(decisions.path("words").path(0).path("approver").asText()).isEqualTo("client");
        assertThat(decisions.path("words").path(0).path("identified").asText()).isEqualTo("LOGIN");
    }

    private String raise(String login) {
        return as(login)
                .post("/api/v1/tickets", Map.of(
                        "subject", "Invoice of " + login, "text", "Please enter the invoice below.",
                        "serviceLine", "data-entry"))
                .body().path("number").asText();
    }
}
