package org.ticketingos.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.ticketingos.ui.Screen.show;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.Screen;

class ActionMenuTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private static final CurrentUser AMY = new CurrentUser("agent", "Amy", Set.of(Role.AGENT), null, Set.of());

    private final List<String> opened = new ArrayList<>();

    @Test
    void the_menu_offers_what_this_person_may_do_and_nothing_else() {
        ActionMenu menu = show(new ActionMenu(
                mock(Ticket.class), AMY, List.of(action("Snooze", true), action("Merge", false)), () -> {}));

        var offered = menu.getItems().get(0).getSubMenu().getItems();
        assertThat(offered).hasSize(1);
        ComponentUtil.fireEvent(offered.get(0), new ClickEvent<>(offered.get(0)));
        assertThat(opened).containsExactly("Snooze");
    }

    @Test
    void a_ticket_nothing_can_be_done_with_has_no_menu() {
        assertThat(show(new ActionMenu(mock(Ticket.class), AMY, List.of(action("Merge", false)), () -> {})).isVisible())
                .isFalse();
    }

    private TicketAction action(String label, boolean possible) {
        return new TicketAction() {
            @Override
            public String label() {
                return label;
            }

            @Override
            public VaadinIcon icon() {
                return VaadinIcon.CLOCK;
            }

            @Override
            public boolean possible(Ticket ticket, CurrentUser user) {
                return possible;
            }

            @Override
            public void open(Ticket ticket, Runnable done) {
                opened.add(label);
            }
        };
    }
}
