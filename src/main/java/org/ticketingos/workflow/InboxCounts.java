package org.ticketingos.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;

/**
 * How many steps a view holds, counted to 500 and kept for some seconds; people with the same queues share a count
 * where the view does not ask who they are.
 */
@Component
public class InboxCounts {

    /** Beyond this a list says "500+". */
    public static final int MOST = 500;

    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_KEPT = 5_000;

    private final InboxList list;
    private final Map<Key, Counted> counts = new ConcurrentHashMap<>();

    InboxCounts(InboxList list) {
        this.list = list;
    }

    /** The count as the screen shows it: {@code 37} or {@code 500+}. */
    public String of(InboxFilter filter, CurrentUser who) {
        int count = count(filter, who);
        return count > MOST ? MOST + "+" : Integer.toString(count);
    }

    private int count(InboxFilter filter, CurrentUser who) {
        boolean shared = filter.view() == InboxFilter.View.QUEUE && filter.where() == null;
        Key key = new Key(filter, shared && list.apart(who).isEmpty() ? "" : who.login(), who.groups());
        long now = System.nanoTime();
        Counted known = counts.get(key);
        if (known != null && now - known.at < FRESH_NANOS) {
            return known.count;
        }
        if (counts.size() > MOST_KEPT) {
            counts.clear();
        }
        int count = list.count(filter, who, MOST + 1);
        counts.put(key, new Counted(count, now));
        return count;
    }

    private record Key(InboxFilter filter, String login, Set<String> groups) {}

    private record Counted(int count, long at) {}
}
