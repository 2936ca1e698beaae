package org.ticketingos.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.ui.Screen.show;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ui.Screen;

class LiveTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private static final JdbcClient JDBC = Database.jdbc();
    private static final LiveFeed FEED = new LiveFeed(JDBC);
    private static final Instant NOW = Instant.parse("2026-01-21T10:00:00Z");
    private static final CurrentUser AMY =
            new CurrentUser("agent", "Amy", Set.of(Role.AGENT), null, Set.of("data-entry"));
    private static final CurrentUser MEERA = new CurrentUser(
            "meera", "Meera", Set.of(Role.CLIENT), new ClientId("live-one"), Set.of("client:live-one"));

    private static final TicketId OWN = TicketId.next(NOW);
    private static final TicketId FOREIGN = TicketId.next(NOW);

    @BeforeAll
    static void two_clients_with_a_ticket_each() {
        Scope.system(() -> {
            client("live-one", OWN);
            client("live-two", FOREIGN);
        });
    }

    @Test
    void a_clients_window_hears_of_its_own_tickets_only() {
        List<TicketId> heard = new ArrayList<>();
        LoggedIn.as(MEERA);
        Live.on(show(new Div()), event -> true, event -> heard.add(event.ticketId()));

        FEED.happened(event(FOREIGN, "note-written"));
        FEED.happened(event(OWN, "reply-written"));

        until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(OWN);
    }

    @Test
    void what_a_window_does_when_told_is_done_in_its_users_sight_whoever_frees_the_window() {
        List<String> seen = new ArrayList<>();
        LoggedIn.as(MEERA);
        Live.on(show(new Div()), event -> true, event -> seen.addAll(JDBC.sql(
                        "select id from client where id like 'live-%'")
                .query(String.class)
                .list()));
        FEED.happened(event(OWN, "reply-written"));

        LoggedIn.as(AMY);
        Scope.system(() -> until(() -> !seen.isEmpty()));

        assertThat(seen).containsExactly("live-one");
        assertThat(CurrentUser.get()).isEqualTo(AMY);
    }

    @Test
    void staff_hear_of_every_client_without_a_question_to_the_database() {
        List<TicketId> heard = new ArrayList<>();
        LoggedIn.as(AMY);
        Live.on(show(new Div()), event -> event.kind().equals("step-taken"), event -> heard.add(event.ticketId()));
        TicketId unknown = TicketId.next(NOW);

        FEED.happened(event(unknown, "step-taken"));
        FEED.happened(event(OWN, "note-written"));

        until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(unknown);
    }

    @Test
    void a_thousand_events_of_one_moment_disturb_a_view_once() {
        List<Integer> told = new ArrayList<>();
        LoggedIn.as(AMY);
        Live.gathered(show(new Div()), event -> true, events -> told.add(events.size()));

        long begin = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            FEED.happened(event(OWN, "step-taken"));
        }
        until(() -> !told.isEmpty());
        FEED.happened(event(OWN, "step-taken"));
        until(() -> told.size() > 1);

        assertThat(told).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1000));
    }

    @Test
    void a_view_that_is_closed_is_forgotten() {
        LoggedIn.as(AMY);
        int before = LiveFeed.listeners();
        Div view = show(new Div());
        Live.on(view, event -> true, event -> {});
        assertThat(LiveFeed.listeners()).isEqualTo(before + 1);

        UI.getCurrent().remove(view);

        assertThat(LiveFeed.listeners()).isEqualTo(before);
    }

    @Test
    void a_view_added_again_listens_again_and_a_removed_registration_does_not() {
        LoggedIn.as(AMY);
        int before = LiveFeed.listeners();
        Div view = new Div();
        var registration = Live.on(view, event -> true, event -> {});
        assertThat(LiveFeed.listeners()).isEqualTo(before);

        show(view);
        UI.getCurrent().remove(view);
        show(view);
        assertThat(LiveFeed.listeners()).isEqualTo(before + 1);

        registration.remove();
        assertThat(LiveFeed.listeners()).isEqualTo(before);
    }

    @Test
    void something_can_be_done_every_so_often_while_a_view_is_open() {
        List<CurrentUser> turns = new ArrayList<>();
        LoggedIn.as(MEERA);
        Live.every(show(new Div()), Duration.ofMillis(20), () -> turns.add(CurrentUser.get()));
        LoggedIn.as(AMY);

        until(() -> turns.size() > 2);

        assertThat(turns).containsOnly(MEERA);
    }

    /** The window's lock is the test's; what waits for it is let in here, as at the end of a request. */
    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited ten seconds").isLessThan(end);
            MockVaadin.runUIQueue();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static RecordedEvent event(TicketId ticket, String kind) {
        return new RecordedEvent(1, ticket, kind, NOW, "agent", Map.of());
    }

    private static void client(String id, TicketId ticket) {
        JDBC.sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, ?, 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')""")
                .params(id, id)
                .update();
        JDBC.sql("""
                        insert into ticket (id, number, client_id, kind, subject, channel, requester, priority, stage,
                                            status, next_action, received_at, updated_at)
                        values (?, 'T-' || nextval('ticket_number'), ?, 'REQUEST', 'Hello', 'portal', 'x', 'NORMAL',
                                'REQUEST', 'NEW', 'Read it', ?, ?)""")
                .params(ticket.value(), id, Timestamp.from(NOW), Timestamp.from(NOW))
                .update();
    }
}
