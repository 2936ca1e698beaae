package org.ticketingos.ui.review;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.inbox.WorkList;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;

/** The reviewer's list: samples waiting to be checked, without a word on whose work they are. */
@Route("review")
@Menu(title = "Review desk", icon = "vaadin:glasses", order = 2)
@RolesAllowed("REVIEWER")
class ReviewView extends Page {

    ReviewView(Inbox inbox, WorkList list) {
        super("Review desk");
        lead("Samples of finished work. You see the page and what was keyed, not who keyed it.");
        full();
        Button next = new Button("Next review", VaadinIcon.PLAY.create(), click -> InboxNavigation.next(inbox, CurrentUser.get())
                .ifPresentOrElse(ReviewView::open, () -> Notice.done("No sample is waiting.")));
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        next.setTooltipText("Alt+N");
        actions(next);
        list.opens("review/", ReviewView::open);
        list.show(InboxFilter.of(InboxFilter.View.ALL));
        add(list);
    }

    private static void open(InboxItem item) {
        UI.getCurrent().navigate(ReviewDesk.class, item.number().value());
    }
}
