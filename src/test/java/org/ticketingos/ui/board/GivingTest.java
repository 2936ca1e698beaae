package org.ticketingos.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.ticketingos.ui.Screen.show;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ticketingos.client.ClientId;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Hands.Card;
import org.ticketingos.insight.People.AgentNow;
import org.ticketingos.insight.People.State;
import org.ticketingos.staffing.Staffing;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.Screen;

class GivingTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private static final Instant NOW = Instant.parse("2026-01-21T10:00:00Z");
    private static final AgentNow AMY = agent("amy", State.ON_SHIFT, 1);
    private static final AgentNow FULL = agent("bea", State.ON_SHIFT, 4);

    private final Staffing staffing = mock();
    private final Tickets tickets = mock();
    private final Card first = card("T-2001", null);
    private final Card second = card("T-2002", "old-owner");
    private final AgentsPart part =
            new AgentsPart(new Giving(staffing, tickets, () -> {}), login -> List.of(), () -> {});

    @Test
    void ticked_tickets_are_given_without_a_mouse_and_taken_back() {
        present();
        tick(first);
        tick(second);
        choose(AMY);

        _click(_get(Button.class, spec -> spec.withText("Give 2 tickets")));

        verify(staffing).handOver(eq(first.ticket()), eq("amy"), anyString());
        verify(staffing).handOver(eq(second.ticket()), eq("amy"), anyString());
        assertThat(_find(Span.class, spec -> spec.withText("2 tickets given to amy."))).hasSize(1);

        _click(_get(Button.class, spec -> spec.withText("Undo")));
        verify(staffing).backToQueue(eq(first.ticket()), anyString());
        verify(staffing).handOver(eq(second.ticket()), eq("old-owner"), anyString());
    }

    @Test
    void full_hands_are_asked_about_first() {
        present();
        tick(first);
        choose(FULL);

        _click(_get(Button.class, spec -> spec.withText("Give 1 ticket")));

        verify(staffing, never()).handOver(any(), anyString(), anyString());
        ConfirmDialog asked = _get(ConfirmDialog.class);
        assertThat(asked.getElement().getProperty("message")).contains("4 of 4 in hand and would have 5");
        ComponentUtil.fireEvent(asked, new ConfirmDialog.ConfirmEvent(asked, false));
        verify(staffing).handOver(eq(first.ticket()), eq("bea"), anyString());
    }

    @Test
    void a_wall_refuses_in_words_and_the_others_still_go() {
        present();
        doThrow(new TicketRefused("amy is kept apart from this client and cannot take its tickets."))
                .when(staffing).handOver(eq(first.ticket()), anyString(), anyString());
        tick(first);
        tick(second);
        choose(AMY);

        _click(_get(Button.class, spec -> spec.withText("Give 2 tickets")));

        assertThat(_find(Span.class, spec -> spec.withPredicate(span -> span.getText().contains("T-2001: amy is kept apart")))).hasSize(1);
        assertThat(_find(Span.class, spec -> spec.withText("1 ticket given to amy."))).hasSize(1);
    }

    private void present() {
        for (Card card : List.of(first, second)) {
            Ticket ticket = mock();
            when(ticket.owner()).thenReturn(card.assignee());
            when(ticket.number()).thenReturn(card.number());
            when(tickets.get(card.ticket())).thenReturn(ticket);
        }
        show(part);
        part.show(BoardFilter.ALL, List.of(AMY, FULL), List.of(first, second), Map.of(), NOW, NOW);
    }

    private static void tick(Card card) {
        _get(Checkbox.class, spec -> spec.withPredicate(
                        box -> box.getAriaLabel().orElse("").contains(card.number().value())))
                .setValue(true);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void choose(AgentNow agent) {
        _get(ComboBox.class, spec -> spec.withPlaceholder("Give to …")).setValue(agent);
    }

    private static AgentNow agent(String login, State state, int load) {
        return new AgentNow(login, login, state, null, null, load, 4, 0, 0);
    }

    private static Card card(String number, @Nullable String owner) {
        return new Card(
                number, new TicketId(UUID.randomUUID()), new TicketNumber(number), "Invoice", new ClientId("acme"), "Acme",
                "Validate fields", "data-entry", owner, NOW, null);
    }
}
