package org.ticketingos.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;

/** One sentence the user should read: in the page, or for a moment over it. */
public class Notice extends Div {

    public Notice(String sentence, Tone tone) {
        Icon sign = (tone == Tone.OK ? VaadinIcon.CHECK_CIRCLE_O : VaadinIcon.INFO_CIRCLE_O).create();
        sign.getElement().setAttribute("aria-hidden", "true");
        addClassNames("notice", tone.style());
        getElement().setAttribute("role", tone == Tone.BAD ? "alert" : "status");
        add(sign, new Span(sentence));
    }

    /** Says that something was done; goes away by itself. */
    public static void done(String sentence) {
        Notification.show(sentence, 3500, Notification.Position.BOTTOM_START);
    }

    /** Says why something was not done; stays long enough to be read. */
    public static void refused(String sentence) {
        Notification notification = new Notification(new Notice(sentence, Tone.BAD));
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(9000);
        notification.setAssertive(true);
        notification.open();
    }
}
