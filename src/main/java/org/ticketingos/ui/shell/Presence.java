package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.TicketId;

/**
 * Who has which ticket open at this moment, and who is typing. Information only, never a lock; kept in memory, because
 * it ends with the window. Staff see staff: a client's people are neither shown nor told.
 */
public final class Presence {

    /** Somebody is typing for this long after the last key. */
    static final Duration TYPING = Duration.ofSeconds(8);

    private static final Map<UI, Place> PLACES = new ConcurrentHashMap<>();
    private static final Map<TicketId, Set<UI>> WINDOWS = new ConcurrentHashMap<>();
    private static final AtomicLong CHANGES = new AtomicLong();

    private Presence() {}

    /** A person on a ticket. */
    public record Here(String login, String name, boolean typing) {}

    private record Place(TicketId ticket, CurrentUser who, long typedAt) {}

    /** This window now shows this ticket, and no other. */
    public static void enter(UI ui, TicketId ticket, CurrentUser who) {
        if (who.isClient()) {
            return;
        }
        boolean known = leave(ui);
        PLACES.put(ui, new Place(ticket, who, 0));
        WINDOWS.computeIfAbsent(ticket, one -> ConcurrentHashMap.newKeySet()).add(ui);
        CHANGES.incrementAndGet();
        if (!known) {
            ui.addDetachListener(gone -> leave(ui));
        }
    }

    /** This window shows no ticket any more; answers whether it did. */
    public static boolean leave(UI ui) {
        Place place = PLACES.remove(ui);
        if (place == null) {
            return false;
        }
        WINDOWS.computeIfPresent(place.ticket(), (ticket, windows) -> {
            windows.remove(ui);
            return windows.isEmpty() ? null : windows;
        });
        CHANGES.incrementAndGet();
        return true;
    }

    /** Somebody pressed a key in the window. */
    public static void typing(UI ui) {
        PLACES.computeIfPresent(ui, (window, place) -> {
            long now = System.nanoTime();
            if (!typing(place, now)) {
                CHANGES.incrementAndGet();
            }
            return new Place(place.ticket(), place.who(), now);
        });
    }

    /** Who has the ticket open, each person once; nobody for a client's people. */
    public static List<Here> on(TicketId ticket) {
        if (CurrentUser.find().map(CurrentUser::isClient).orElse(true)) {
            return List.of();
        }
        Map<String, Here> people = new HashMap<>();
        long now = System.nanoTime();
        for (UI ui : WINDOWS.getOrDefault(ticket, Set.of())) {
            Place place = PLACES.get(ui);
            if (place != null && place.ticket().equals(ticket)) {
                CurrentUser who = place.who();
                people.merge(who.login(), new Here(who.login(), who.name(), typing(place, now)),
                        (one, other) -> one.typing() ? one : other);
            }
        }
        List<Here> sorted = new ArrayList<>(people.values());
        sorted.sort(Comparator.comparing(Here::name));
        return sorted;
    }

    /** The same without the person who asks. */
    public static List<Here> others(TicketId ticket) {
        String me = CurrentUser.find().map(CurrentUser::login).orElse("");
        return on(ticket).stream().filter(here -> !here.login().equals(me)).toList();
    }

    /** Runs while the view is open, at most every two seconds, after somebody came, went or began or ended to type. */
    public static Registration watch(Component view, Runnable changed) {
        AtomicLong seen = new AtomicLong(CHANGES.get());
        return Live.every(view, Duration.ofSeconds(2), () -> {
            long now = CHANGES.get();
            if (seen.getAndSet(now) != now || someType()) {
                changed.run();
            }
        });
    }

    private static boolean someType() {
        long now = System.nanoTime();
        long since = TYPING.plusSeconds(3).toNanos();
        return PLACES.values().stream().anyMatch(place -> place.typedAt() != 0 && now - place.typedAt() < since);
    }

    private static boolean typing(Place place, long now) {
        return place.typedAt() != 0 && now - place.typedAt() < TYPING.toNanos();
    }
}
