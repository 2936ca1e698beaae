package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;

/** The menu "More" of a ticket: everything that can be done with it beside its step. */
class ActionMenu extends MenuBar {

    private final CurrentUser user;
    private final transient List<TicketAction> actions;
    private final Runnable done;
    private final List<Registration> keys = new ArrayList<>();
    private transient List<TicketAction> offered = List.of();
    private transient Ticket ticket;

    ActionMenu(Ticket ticket, CurrentUser user, List<TicketAction> actions, Runnable done) {
        this.ticket = ticket;
        this.user = user;
        this.actions = actions;
        this.done = done;
        addThemeVariants(MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        addClassName("push");
        setVisible(false);
        about(ticket);
    }

    /** Offers what can be done now; drawn anew only when that is something else than before. */
    void about(Ticket ticket) {
        this.ticket = ticket;
        List<TicketAction> possible = actions.stream().filter(one -> one.possible(ticket, user)).toList();
        if (!possible.equals(offered)) {
            offered = possible;
            removeAll();
            keys.forEach(Registration::remove);
            keys.clear();
            setVisible(!possible.isEmpty());
            MenuItem more = addItem("More");
            more.setAriaLabel("More actions on this ticket");
            possible.forEach(action -> offer(more, action));
        }
    }

    private void offer(MenuItem more, TicketAction action) {
        Icon sign = action.icon().create();
        sign.getElement().setAttribute("aria-hidden", "true");
        MenuItem item = more.getSubMenu().addItem(sign, click -> action.open(ticket, done));
        item.add(new Span(action.label()));
        Act key = action.key();
        if (key != null) {
            item.add(Keys.hint(key));
            keys.add(Keys.bind(this, key, () -> action.open(ticket, done)));
        }
    }
}
