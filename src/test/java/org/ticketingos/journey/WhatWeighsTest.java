package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.Phone;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.SecondFactors;
import org.ticketingos.access.Users;
import org.ticketingos.client.ClientId;

/** Whoever has a second factor does what weighs only with a fresh code; an access key alone is never one. */
class WhatWeighsTest extends WholeApplication {

    private static final String ANY = UUID.randomUUID().toString();

    @Autowired
    Users users;

    @Autowired
    SecondFactors factors;

    private record Act(String path, Map<String, Object> body) {}

    /** Somebody with a second factor. */
    private record Somebody(Phone phone, Api key) {}

    @Test
    void what_our_administrators_do_that_weighs_asks_for_a_fresh_code() {
        Map<String, Object> hook = Map.of(
                "name", "Ours", "url", "https://198.51.100.7/in", "events", List.of("ticket.created"));
        Map<String, Object> plan = Map.of(
                "name", "Weighed", "zone", "Asia/Kolkata", "from", "2030-01-01", "blocks", List.of(), "holidays", List.of(), "reason", "new");

        assertNeedsFreshCode(somebody(Set.of(Role.ADMIN, Role.SUPERVISOR, Role.ANALYST), null).key(), List.of(
                post("/second-factor/demands", Map.of("roles", List.of("AGENT"))),
                post("/second-factor/agent/reset", Map.of()),
                post("/second-factor/recovery-codes", Map.of()),
                post("/second-factor/off", Map.of()),
                post("/access-keys", Map.of("name", "another")),
                post("/single-sign-on/agent/forget", Map.of()),
                post("/machine-senders", Map.of("client", "acme", "mail", "weigh@acme.example", "reason", "new scanner")),
                post("/quality/scorecards/" + ANY + "/activate", Map.of()),
                post("/webhooks", hook),
                post("/calendars", plan),
                post("/calendars/india-office/proposals", plan),
                post("/calendars/india-office/versions/2030-01-01/withdraw", Map.of("reason", "not needed"))));
    }

    @Test
    void what_a_clients_administrator_does_that_weighs_asks_for_a_fresh_code_and_is_done_with_one() {
        Somebody boss = somebody(Set.of(Role.CLIENT), new ClientId("acme"));

        assertNeedsFreshCode(boss.key(), List.of(
                post("/people", Map.of("name", "New", "mail", "weighs@acme.example", "roles", List.of("VIEWER"),
                        "company", false, "invoices", false)),
                post("/people/acme.asks/rights", Map.of("roles", List.of("ADMINISTRATOR"), "company", true, "invoices", true)),
                post("/people/acme.asks/off", Map.of()),
                post("/people/acme.asks/on", Map.of()),
                post("/people/acme.asks/password-link", Map.of())));
        assertThat(as("acme.asks").get("/api/v1/tickets").status()).isEqualTo(200);
        assertThat(as("client").get("/api/v1/people").text()).doesNotContain("weighs@acme.example");
        assertThat(boss.key().get("/api/v1/people").status()).as("looking asks for nothing").isEqualTo(200);

        String code = boss.phone().code(0);
        assertThat(boss.key().post("/api/v1/people/acme.asks/on", Map.of(), "X-Second-Factor", code).status())
                .isEqualTo(204);
        assertThat(boss.key().post("/api/v1/people/acme.asks/on", Map.of(), "X-Second-Factor", code).status())
                .as("a code works once").isEqualTo(401);
        assertThat(as("client").post("/api/v1/people/acme.asks/on", Map.of()).status())
                .as("without a second factor as before").isEqualTo(204);
    }

    private static void assertNeedsFreshCode(Api key, List<Act> acts) {
        for (Act act : acts) {
            Api.Answer answer = key.post("/api/v1" + act.path(), act.body());
            assertThat(answer.status()).as(act + " " + answer.text()).isEqualTo(403);
            assertThat(answer.body().path("needs").asText()).as(act + " " + answer.text()).isEqualTo("X-Second-Factor");
        }
    }

    private static Act post(String path, Map<String, Object> body) {
        return new Act(path, body);
    }

    private Somebody somebody(Set<Role> roles, @Nullable ClientId client) {
        String login = "weighs" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> users.add(
                new Users.User(login, "Wanda Weigh", login + "@x.example", roles, client, Set.of(), true,
                        client == null ? ClientRights.NONE : ClientRights.ALL, null),
                "right-password"));
        List<String> recovery = new ArrayList<>();
        Phone phone = Phone.of(login, factors, Clock.systemUTC(), recovery);
        Api.Answer made = new Api(base(), login, "right-password")
                .post("/api/v1/access-keys", Map.of("name", "test"), "X-Second-Factor", recovery.get(0));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Somebody(phone, new Api(base(), login, made.body().path("key").asText()));
    }
}
