package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.RecordedEvent;

/** One view that hears of events: gathers what concerns it until it may be told again. */
final class Listener {

    /** A view is told of no more than this at once; the oldest are dropped, since views show the state, not the way. */
    private static final int MOST = 200;

    /** Least time between two tellings of one view. */
    static final long PAUSE_MILLIS = 1000;

    private final Visit visit;
    private final Predicate<RecordedEvent> which;
    private final Consumer<List<RecordedEvent>> what;
    private final Deque<RecordedEvent> gathered = new ArrayDeque<>();
    private long toldAt = Long.MIN_VALUE / 2;
    private boolean telling;

    Listener(Component view, Predicate<RecordedEvent> which, Consumer<List<RecordedEvent>> what) {
        this.visit = new Visit(view);
        this.which = which;
        this.what = what;
    }

    /** Whether the listener's sight must be compared with the client of each event. */
    boolean isOfOneClient() {
        return visit.user().map(CurrentUser::isClient).orElse(true);
    }

    boolean sees(ClientId client) {
        return visit.user().map(user -> !user.isClient() || client.equals(user.client())).orElse(false);
    }

    synchronized void hear(RecordedEvent event) {
        if (which.test(event)) {
            gathered.add(event);
            if (gathered.size() > MOST) {
                gathered.remove();
            }
        }
    }

    /** Whether there is something to tell, nobody is on the way, and the last time is long enough ago. */
    synchronized boolean isDue(long now) {
        return !telling && !gathered.isEmpty() && now - toldAt >= PAUSE_MILLIS;
    }

    /** Whether there is something to tell once the pause is over. */
    synchronized boolean waits() {
        return !telling && !gathered.isEmpty();
    }

    void tell(long now) {
        synchronized (this) {
            telling = true;
            toldAt = now;
        }
        visit.run(this::deliver);
    }

    private void deliver() {
        List<RecordedEvent> events;
        synchronized (this) {
            events = List.copyOf(gathered);
            gathered.clear();
            telling = false;
        }
        if (!events.isEmpty()) {
            what.accept(events);
        }
    }
}
