package org.ticketingos.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.Wired;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.webhook.Webhooks.Made;

class WebhooksTest {

    private static final CurrentUser ADMIN = new CurrentUser("root", "Root", Set.of(Role.ADMIN), null, Set.of());
    private static final List<String> ALL = Stream.of(EventKind.values()).map(EventKind::code).toList();
    private static final List<String> OF_CLIENTS =
            Stream.of(EventKind.values()).filter(EventKind::forClients).map(EventKind::code).toList();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static AnnotationConfigApplicationContext beans;
    private static final List<SettingChanged> audited = new ArrayList<>();

    private final Webhooks webhooks = beans.getBean(Webhooks.class);
    private final WebhookCourier courier = beans.getBean(WebhookCourier.class);
    private final Tickets tickets = beans.getBean(Tickets.class);
    private final JdbcClient jdbc = beans.getBean(JdbcClient.class);
    private final Wired.Hands clock = beans.getBean(Wired.Hands.class);
    private Receiver receiver;
    private ClientId client;

    @BeforeAll
    static void house() {
        beans = Wired.modules("org.ticketingos.access", "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.webhook");
        beans.getEnvironment().getPropertySources().addFirst(
                new MapPropertySource("test", Map.of("ticketingos.webhook.loopback", "true")));
        beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof SettingChanged change) {
                audited.add(change);
            }
        });
        beans.refresh();
        beans.stop();
    }

    @AfterAll
    static void close() {
        beans.close();
    }

    @BeforeEach
    void a_client_and_a_receiver() throws IOException {
        receiver = new Receiver();
        client = company();
        audited.clear();
        clock.set(Instant.parse("2026-01-21T03:30:00Z"));
    }

    @AfterEach
    void tidy() {
        LoggedIn.nobody();
        receiver.close();
        Scope.system(() -> {
            jdbc.sql("delete from webhook").update();
            jdbc.sql("delete from webhook_event").update();
        });
    }

    @Test
    void an_event_is_told_with_ids_and_facts_only_and_its_signature_verifies() throws Exception {
        Made made = subscribe(client, OF_CLIENTS);
        TicketId ticket = ticket(client);
        Scope.system(() -> tickets.classify(
                ticket, ServiceLine.DATA_ENTRY, "invoice", Priority.NORMAL, "angry", "amy.private"));
        Scope.system(() -> tickets.withdraw(ticket, "Mr. Private has died"));
        carryAll();

        assertThat(receiver.calls).hasSize(2);
        Receiver.Call call = receiver.calls.get(0);
        JsonNode body = JSON.readTree(call.body());
        assertThat(body.path("event").asText()).isEqualTo("ticket-classified");
        assertThat(body.path("client").asText()).isEqualTo(client.value());
        assertThat(body.path("ticket").path("id").asText()).isEqualTo(ticket.toString());
        assertThat(body.path("facts")).isEqualTo(JSON.readTree(
                "{\"line\": \"DATA_ENTRY\", \"category\": \"invoice\", \"priority\": \"NORMAL\"}"));
        assertThat(call.header("X-TicketingOS-Delivery")).isEqualTo(body.path("id").asText());
        assertThat(call.header("X-TicketingOS-Signature"))
                .isEqualTo(Signature.of(made.secret(), call.header("X-TicketingOS-Timestamp"), call.body()))
                .isNotEqualTo(Signature.of(made.secret(), call.header("X-TicketingOS-Timestamp"), call.body() + " "));
        assertThat(receiver.calls.toString()).doesNotContain("rivate").doesNotContain("amy").doesNotContain("angry");
    }

    /** RFC 4231 has no such case; made with openssl dgst -sha256 -hmac. */
    @Test
    void the_signature_is_hmac_sha256_over_timestamp_full_stop_body() {
        assertThat(Signature.of("key", "1700000000", "{\"a\":1}"))
                .isEqualTo("v1=a438e398bfafc57e4396bb7fc2304422f0f768e965d073ca313cb52e22e6ad03");
    }

    @Test
    void while_the_first_of_a_ticket_fails_the_next_wait_and_other_tickets_go_on() {
        subscribe(client, OF_CLIENTS);
        TicketId failing = ticket(client);
        TicketId other = ticket(client);
        String number = number(failing);
        receiver.answers = call -> call.number().equals(number) ? 500 : 204;
        enter(failing, Stage.CLASSIFY, Stage.VALIDATE, Stage.ASSIGN);
        enter(other, Stage.CLASSIFY, Stage.VALIDATE);
        carryAll();

        assertThat(stages(other)).containsExactly("CLASSIFY", "VALIDATE");
        assertThat(stages(failing)).containsExactly("CLASSIFY");
        receiver.answers = call -> 204;
        clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        carryAll();
        assertThat(stages(failing)).containsExactly("CLASSIFY", "CLASSIFY", "VALIDATE", "ASSIGN");
    }

    @Test
    void what_fails_is_tried_longer_and_longer_for_three_days_then_parked_and_can_be_replayed_under_the_same_id() {
        Webhook webhook = subscribe(client, OF_CLIENTS).webhook();
        receiver.answers = call -> 503;
        enter(ticket(client), Stage.CLASSIFY);
        Instant begun = clock.instant();
        List<Duration> tries = new ArrayList<>();
        while (latest(webhook).state().equals("QUEUED") || tries.isEmpty()) {
            int before = receiver.calls.size();
            carryAll();
            if (receiver.calls.size() > before) {
                tries.add(Duration.between(begun, clock.instant()));
            }
            Delivery now = latest(webhook);
            if (now.nextAttemptAt() != null) {
                clock.set(now.nextAttemptAt());
            }
        }
        assertThat(tries).startsWith(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(6), Duration.ofMinutes(21))
                .endsWith(Duration.ofDays(3))
                .hasSizeBetween(10, 14);
        assertThat(latest(webhook))
                .extracting(Delivery::state, Delivery::status, Delivery::answer)
                .containsExactly("PARKED", 503, "It answered 503.");
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        carryAll();
        assertThat(receiver.calls).as("given up").hasSize(tries.size());

        receiver.answers = call -> 200;
        Scope.system(() -> webhooks.replay(latest(webhook).id(), ADMIN));
        carryAll();
        assertThat(latest(webhook).state()).isEqualTo("DELIVERED");
        Scope.system(() -> webhooks.replay(latest(webhook).id(), ADMIN));
        carryAll();
        assertThat(receiver.calls).hasSize(tries.size() + 2);
        assertThat(receiver.calls.stream().map(call -> call.header("X-TicketingOS-Delivery")).distinct()).hasSize(1);
    }

    @Test
    void what_was_heard_but_not_recorded_when_we_were_killed_goes_again_under_the_same_id() {
        Webhook webhook = subscribe(client, OF_CLIENTS).webhook();
        enter(ticket(client), Stage.CLASSIFY);
        Scope.system(() -> beans.getBean(TransactionTemplate.class).executeWithoutResult(killed -> {
            carryAll();
            assertThat(receiver.calls).hasSize(1);
            killed.setRollbackOnly();
        }));

        assertThat(in(() -> webhooks.deliveries(webhook.id(), null, 10).items())).as("nothing of it was kept").isEmpty();
        carryAll();
        assertThat(receiver.calls).hasSize(2);
        assertThat(latest(webhook).state()).isEqualTo("DELIVERED");
    }

    @Test
    void an_event_that_is_taken_back_with_its_transaction_is_never_told() {
        subscribe(null, ALL);
        TicketId ticket = ticket(client);
        Scope.system(() -> beans.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            tickets.enter(ticket, Stage.CLASSIFY);
            status.setRollbackOnly();
        }));
        carryAll();
        assertThat(receiver.calls).isEmpty();
    }

    @Test
    void a_subscription_of_one_client_never_hears_of_another_and_not_of_what_is_among_us() throws IOException {
        Webhook own = subscribe(client, OF_CLIENTS).webhook();
        ClientId other = company();
        try (Receiver house = new Receiver()) {
            Scope.system(() -> webhooks.add(null, "House", house.url(), ALL, ADMIN));
            TicketId theirs = ticket(other);
            TicketId mine = ticket(client);
            enter(theirs, Stage.CLASSIFY);
            enter(mine, Stage.CLASSIFY);
            Scope.system(() -> tickets.assign(mine, "data-entry", "amy", "free"));
            carryAll();
            assertThat(receiver.calls).hasSize(1).allMatch(call -> call.body().contains(mine.toString()));
            assertThat(house.calls).hasSize(3);
            assertThat(house.calls.toString()).contains("\"queue\":\"data-entry\"").doesNotContain("amy");
        }
        LoggedIn.as(new CurrentUser("pia", "Pia", Set.of(Role.CLIENT), other, Set.of()));
        assertThat(webhooks.all()).isEmpty();
        assertThat(webhooks.deliveries(own.id(), null, 10).items()).isEmpty();
        assertThatThrownBy(() -> webhooks.ping(own.id(), CurrentUser.get())).isInstanceOf(TicketRefused.class);
    }

    @Test
    void an_event_caused_by_a_clients_person_reaches_our_own_systems_too() {
        subscribe(null, ALL);
        TicketId ticket = ticket(client);
        LoggedIn.as(new CurrentUser("x@n.example", "Pia", Set.of(Role.CLIENT), client, Set.of()));
        tickets.withdraw(ticket, "No");
        LoggedIn.nobody();
        carryAll();
        assertThat(receiver.calls).hasSize(1);
        assertThat(receiver.calls.get(0).body()).contains("ticket-withdrawn").doesNotContain("n.example");
    }

    @Test
    void paused_ones_wait_and_go_on_in_order_and_a_receiver_that_is_gone_is_paused_by_itself() {
        Webhook webhook = subscribe(client, OF_CLIENTS).webhook();
        Scope.system(() -> webhooks.pause(webhook.id(), ADMIN));
        TicketId ticket = ticket(client);
        enter(ticket, Stage.CLASSIFY, Stage.VALIDATE);
        carryAll();
        assertThat(receiver.calls).isEmpty();
        assertThat(in(() -> webhooks.find(webhook.id()).orElseThrow()).waiting()).isEqualTo(2);
        Scope.system(() -> webhooks.resume(webhook.id(), ADMIN));
        carryAll();
        assertThat(stages(ticket)).containsExactly("CLASSIFY", "VALIDATE");

        receiver.answers = call -> 410;
        enter(ticket, Stage.ASSIGN, Stage.PROCESS);
        carryAll();
        assertThat(in(() -> webhooks.find(webhook.id()).orElseThrow()))
                .satisfies(found -> assertThat(found.active()).isFalse())
                .satisfies(found -> assertThat(found.reason()).contains("410"));
        assertThat(receiver.calls).hasSize(3);
    }

    @Test
    void a_redirect_is_not_followed_and_a_silent_receiver_rests_with_all_its_tickets() {
        Webhook webhook = subscribe(client, OF_CLIENTS).webhook();
        receiver.answers = call -> 302;
        enter(ticket(client), Stage.CLASSIFY);
        carryAll();
        assertThat(receiver.calls).hasSize(1);
        assertThat(latest(webhook).answer()).contains("not followed");

        receiver.close();
        enter(ticket(client), Stage.CLASSIFY);
        enter(ticket(client), Stage.CLASSIFY);
        carryAll();
        assertThat(in(() -> webhooks.deliveries(webhook.id(), null, 10).items()).stream().mapToInt(Delivery::attempts))
                .as("one look at a closed door is enough").containsExactly(0, 1, 1);
        assertThat(in(() -> webhooks.find(webhook.id()).orElseThrow().reason())).contains("failed");
    }

    @Test
    void a_test_is_delivered_and_every_change_is_audited_without_the_secret() {
        Made made = subscribe(client, OF_CLIENTS);
        UUID id = made.webhook().id();
        UUID ping = in(() -> webhooks.ping(id, ADMIN));
        carryAll();
        assertThat(receiver.calls).singleElement()
                .satisfies(call -> assertThat(call.header("X-TicketingOS-Event")).isEqualTo("ping"))
                .satisfies(call -> assertThat(call.header("X-TicketingOS-Delivery")).isEqualTo(ping.toString()));
        String fresh = in(() -> webhooks.newSecret(id, ADMIN));
        Scope.system(() -> {
            webhooks.change(id, "Renamed", receiver.url(), List.of("delivered"), ADMIN);
            webhooks.pause(id, ADMIN);
            webhooks.resume(id, ADMIN);
            webhooks.remove(id, ADMIN);
        });
        assertThat(audited).extracting(SettingChanged::what).containsExactly("webhook-added", "webhook-secret-changed",
                "webhook-changed", "webhook-paused", "webhook-resumed", "webhook-removed");
        assertThat(audited).allMatch(change -> change.client().equals(client));
        assertThat(audited.toString()).doesNotContain(made.secret()).doesNotContain(fresh);
    }

    @Test
    void only_administrators_set_them_up_and_nonsense_is_refused_in_words() {
        CurrentUser agent = new CurrentUser("amy", "Amy", Set.of(Role.AGENT), null, Set.of());
        assertThatThrownBy(() -> webhooks.add(client, "X", receiver.url(), OF_CLIENTS, agent))
                .isInstanceOf(TicketRefused.class).hasMessageContaining("Only administrators");
        assertThatThrownBy(() -> webhooks.add(client, "X", receiver.url(), ALL, ADMIN)).hasMessageContaining("our own systems");
        assertThatThrownBy(() -> webhooks.add(client, " ", receiver.url(), OF_CLIENTS, ADMIN)).hasMessageContaining("name");
        assertThatThrownBy(() -> webhooks.add(client, "X", receiver.url(), List.of("no-such"), ADMIN)).hasMessageContaining("no event");
        assertThatThrownBy(() -> webhooks.add(client, "X", receiver.url(), List.of(), ADMIN)).hasMessageContaining("at least one");
        for (String url : List.of("ftp://example.com/", "not an address", "https://", "https://me:word@example.com/",
                "https://10.1.2.3/", "https://169.254.169.254/latest", "https://[fe80::1]/", "https://[fd00::1]/",
                "https://0.0.0.0/", "https://192.168.1.1:8443/", "http://10.0.0.1/", "https://[::ffff:10.0.0.1]/")) {
            assertThatThrownBy(() -> webhooks.add(client, "X", url, OF_CLIENTS, ADMIN)).as(url).isInstanceOf(TicketRefused.class);
        }
    }

    private Made subscribe(@Nullable ClientId whose, List<String> kinds) {
        return in(() -> webhooks.add(whose, "Their ERP", receiver.url(), kinds, ADMIN));
    }

    private void enter(TicketId ticket, Stage... stages) {
        for (Stage stage : stages) {
            Scope.system(() -> tickets.enter(ticket, stage));
        }
    }

    private void carryAll() {
        Scope.system(() -> {
            while (courier.carryOne()) {
                // until nothing is due
            }
        });
    }

    private List<String> stages(TicketId ticket) {
        return receiver.calls.stream()
                .filter(call -> call.body().contains(ticket.toString()))
                .map(call -> call.body().replaceAll(".*\"stage\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private Delivery latest(Webhook webhook) {
        carryIfNew();
        return in(() -> webhooks.deliveries(webhook.id(), null, 1).items().get(0));
    }

    private void carryIfNew() {
        Scope.system(() -> beans.getBean(TransactionTemplate.class).executeWithoutResult(
                status -> beans.getBean(WebhookOutbox.class).spread()));
    }

    private String number(TicketId ticket) {
        return in(() -> tickets.get(ticket).number().value());
    }

    private TicketId ticket(ClientId whose) {
        return in(() -> tickets.open(NewTicket.request(whose, "Private matter", "mail", "x@n.example", clock.instant())).id());
    }

    private ClientId company() {
        String id = "hook-" + UUID.randomUUID().toString().substring(0, 12);
        Scope.system(() -> jdbc.sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, 'Hook Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@hook.example')""")
                .param(id)
                .update());
        return new ClientId(id);
    }

    private static <T> T in(Supplier<T> work) {
        T answer = Scope.system(work::get);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }
}
