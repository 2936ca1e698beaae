package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ticketingos.ticket.RecordedEvent;

/**
 * Lets a screen hear of changes while it is open. Events arrive after their transaction is on disk, gathered, at most
 * once a second per view, inside the lock of the window and in the sight of its user. What a client's person may not
 * see is never told to them.
 */
public final class Live {

    private Live() {}

    /** Tells a view of every event that matters to it; several of one second come one after another in one go. */
    public static Registration on(Component view, Predicate<RecordedEvent> which, Consumer<RecordedEvent> what) {
        return gathered(view, which, events -> events.forEach(what));
    }

    /** Tells a view once of all events since the last time: for views that read everything anew. */
    public static Registration gathered(
            Component view, Predicate<RecordedEvent> which, Consumer<List<RecordedEvent>> what) {
        return whileAttached(view, () -> LiveFeed.listen(new Listener(view, which, what)));
    }

    /** Runs something again and again while the view is open, never two at once. */
    public static Registration every(Component view, Duration span, Runnable what) {
        return whileAttached(view, () -> LiveFeed.every(new Visit(view), span, what));
    }

    /** Begins with the view or, when it is open already, at once; ends when it is closed or the registration removed. */
    static Registration whileAttached(Component view, Supplier<Registration> begin) {
        Attached attached = new Attached(begin);
        Registration in = view.addAttachListener(event -> attached.begin());
        Registration out = view.addDetachListener(event -> attached.end());
        if (view.getUI().map(UI::isAttached).orElse(false)) {
            attached.begin();
        }
        return Registration.combine(in, out, attached::end);
    }

    /** What runs now, if the view is open. */
    private static final class Attached {

        private final Supplier<Registration> begin;
        private Registration running = () -> {};

        Attached(Supplier<Registration> begin) {
            this.begin = begin;
        }

        void begin() {
            running.remove();
            running = begin.get();
        }

        void end() {
            running.remove();
            running = () -> {};
        }
    }
}
