package org.ticketingos.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ui.shell.Presence.Here;

class PresenceTest {

    private static final CurrentUser AMY = new CurrentUser("agent", "Amy", Set.of(Role.AGENT), null, Set.of());
    private static final CurrentUser VIKRAM = new CurrentUser("agent2", "Vikram", Set.of(Role.AGENT), null, Set.of());
    private static final CurrentUser MEERA =
            new CurrentUser("meera", "Meera", Set.of(Role.CLIENT), new ClientId("acme"), Set.of());

    private final TicketId ticket = TicketId.next(Instant.parse("2026-01-21T10:00:00Z"));
    private final TicketId other = TicketId.next(Instant.parse("2026-01-21T10:00:00Z"));
    private final UI amys = new UI();
    private final UI vikrams = new UI();

    @BeforeEach
    void amy_asks() {
        LoggedIn.as(AMY);
    }

    @AfterEach
    void all_go_home() {
        Presence.leave(amys);
        Presence.leave(vikrams);
        LoggedIn.nobody();
    }

    @Test
    void colleagues_on_a_ticket_see_each_other() {
        Presence.enter(amys, ticket, AMY);
        Presence.enter(vikrams, ticket, VIKRAM);

        assertThat(Presence.on(ticket)).extracting(Here::name).containsExactly("Amy", "Vikram");
        assertThat(Presence.others(ticket)).containsExactly(new Here("agent2", "Vikram", false));
    }

    @Test
    void a_window_is_on_one_ticket_at_a_time() {
        Presence.enter(vikrams, ticket, VIKRAM);
        Presence.enter(vikrams, other, VIKRAM);

        assertThat(Presence.on(ticket)).isEmpty();
        assertThat(Presence.on(other)).extracting(Here::login).containsExactly("agent2");
    }

    @Test
    void two_windows_of_one_person_are_one_person_until_both_have_gone() {
        UI second = new UI();
        Presence.enter(vikrams, ticket, VIKRAM);
        Presence.enter(second, ticket, VIKRAM);
        assertThat(Presence.on(ticket)).hasSize(1);

        Presence.leave(vikrams);
        assertThat(Presence.on(ticket)).hasSize(1);

        Presence.leave(second);
        assertThat(Presence.on(ticket)).isEmpty();
    }

    @Test
    void who_types_is_seen_typing() {
        Presence.enter(vikrams, ticket, VIKRAM);
        Presence.typing(vikrams);

        assertThat(Presence.on(ticket)).containsExactly(new Here("agent2", "Vikram", true));
    }

    @Test
    void a_clients_people_are_neither_shown_nor_told() {
        Presence.enter(vikrams, ticket, MEERA);
        assertThat(Presence.on(ticket)).isEmpty();

        Presence.enter(amys, ticket, AMY);
        LoggedIn.as(MEERA);
        assertThat(Presence.on(ticket)).isEmpty();
        LoggedIn.nobody();
        assertThat(Presence.on(ticket)).isEmpty();
    }
}
