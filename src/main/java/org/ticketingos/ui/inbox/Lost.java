package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Tells the slower one who has the step, and offers the next one. */
final class Lost {

    private static final int MILLIS = 12_000;

    private Lost() {}

    static void show(String sentence, Runnable next) {
        Notification notification = new Notification();
        Button take = new Button("Take the next one", click -> {
            notification.close();
            next.run();
        });
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Div content = new Div(new Notice(sentence, Tone.INFO), take);
        content.addClassName("row");
        notification.add(content);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(MILLIS);
        notification.setAssertive(true);
        notification.open();
    }
}
