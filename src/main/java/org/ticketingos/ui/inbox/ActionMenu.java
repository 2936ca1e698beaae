package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;

/** The menu "More" of a ticket: everything that can be done with it beside its step. */
class ActionMenu extends MenuBar {

    ActionMenu(Ticket ticket, CurrentUser user, List<TicketAction> actions, Runnable done) {
        addThemeVariants(MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        addClassName("push");
        List<TicketAction> possible = actions.stream().filter(one -> one.possible(ticket, user)).toList();
        setVisible(!possible.isEmpty());
        MenuItem more = addItem("More");
        more.setAriaLabel("More actions on this ticket");
        for (TicketAction action : possible) {
            Icon sign = action.icon().create();
            sign.getElement().setAttribute("aria-hidden", "true");
            MenuItem item = more.getSubMenu().addItem(sign, click -> action.open(ticket, done));
            item.add(new Span(action.label()));
            Act key = action.key();
            if (key != null) {
                item.add(Keys.hint(key));
                Keys.bind(this, key, () -> action.open(ticket, done));
            }
        }
    }
}
