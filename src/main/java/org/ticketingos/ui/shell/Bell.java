package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Duration;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.notice.Notices;

/** How much a person has not read; leads to the list. */
class Bell extends Div {

    private static final int MANY = 99;
    private static final Duration AT_LEAST = Duration.ofSeconds(20);

    private final Notices notices;
    private final CurrentUser user;
    private final Button button = new Button(VaadinIcon.BELL_O.create(), click -> UI.getCurrent().navigate("notices"));
    private final Span count = new Span();

    Bell(Notices notices, CurrentUser user) {
        this.notices = notices;
        this.user = user;
        addClassName("bell");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        add(button, count);
        look();
        Live.gathered(this, event -> Notices.concern(event.kind()), events -> look());
        Live.every(this, AT_LEAST, this::look);
    }

    private void look() {
        int unread = notices.unread(user.login());
        String words = unread == 0 ? "Notices: nothing new" : "Notices: " + Words.count(unread, "unread one");
        button.setAriaLabel(words);
        button.setTooltipText(words);
        count.setText(unread > MANY ? MANY + "+" : String.valueOf(unread));
        count.setVisible(unread > 0);
    }
}
