package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ui.shell.Moments;

/** Says that a reply is on its way, with the button that takes it back. */
final class SentNotice {

    private SentNotice() {}

    static void show(@Nullable Instant until, Duration undo, Runnable takeBack) {
        Notification notification = new Notification();
        Button back = new Button("Undo", click -> {
            notification.close();
            takeBack.run();
        });
        back.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div line = new Div(new Span(until == null ? "Your reply goes in " + undo.toSeconds() + " seconds."
                : "Your reply goes " + Moments.near(until) + "."), back);
        line.addClassName("row");
        notification.add(line);
        notification.setDuration((int) undo.toMillis());
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.open();
    }
}
