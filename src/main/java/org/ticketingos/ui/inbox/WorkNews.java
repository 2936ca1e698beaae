package org.ticketingos.ui.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Presence;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.InboxNews;

/**
 * Keeps an open list true without moving it: rows change in their place, rows that have gone say so, new ones are
 * counted until somebody asks for them. Looking costs nothing while nothing has happened.
 */
final class WorkNews {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** So many rows are counted anew each minute; nobody sees more at once. */
    private static final int MOST_AGED = 150;

    private final WorkList list;
    private final Inbox inbox;
    private final InboxNews heard;
    private final CurrentUser user = CurrentUser.get();
    private final Set<String> fresh = new LinkedHashSet<>();
    private Map<TicketId, List<Presence.Here>> people = new HashMap<>();
    private Runnable changed = () -> {};
    private long mark;

    WorkNews(WorkList list, Inbox inbox, InboxNews heard) {
        this.list = list;
        this.inbox = inbox;
        this.heard = heard;
        Live.every(list, LOOK, this::look);
        Live.every(list, MINUTE, this::age);
        Live.gathered(list, this::concerns, this::reread);
        Presence.watch(list, this::people);
    }

    /** Runs when the counts of new and gone rows have changed. */
    void onChange(Runnable changed) {
        this.changed = changed;
    }

    void begin() {
        mark = heard.now();
        fresh.clear();
        changed.run();
    }

    int fresh() {
        return fresh.size();
    }

    int gone() {
        return (int) list.shown().values().stream().filter(line -> line.gone() != null).count();
    }

    /** Takes up what has changed since the last look. */
    void look() {
        boolean everything = list.filter().view() == InboxFilter.View.EVERY;
        long now = heard.now();
        List<String> news = heard.since(mark, queue -> everything || queue != null && user.groups().contains(queue), user.login());
        mark = now;
        if (news.isEmpty()) {
            return;
        }
        Map<String, InboxItem> found = inbox.among(list.filter(), user, news).stream()
                .collect(Collectors.toMap(InboxItem::taskId, item -> item, (one, same) -> one));
        Set<String> known = new HashSet<>(list.shown().keySet());
        for (String task : news) {
            if (known.contains(task)) {
                update(task, found.get(task));
            } else if (found.containsKey(task)) {
                fresh.add(task);
            } else {
                fresh.remove(task);
            }
        }
        if (known.isEmpty() && !fresh.isEmpty()) {
            list.again();
        } else {
            changed.run();
        }
    }

    private void update(String task, InboxItem now) {
        if (now != null) {
            list.lines(List.of(now)).forEach(list::put);
            return;
        }
        WorkList.Line line = list.shown().get(task);
        String what = inbox.find(task, user)
                .map(item -> item.assignee() == null ? "Moved elsewhere" : "With " + Who.is(item.assignee()))
                .orElse("Done");
        list.put(new WorkList.Line(line.item(), line.clocks(), what));
    }

    private boolean concerns(RecordedEvent event) {
        return event.kind().startsWith("clock-") || event.kind().equals("priority-changed")
                || event.kind().equals("targets-changed") || event.kind().equals("hours-changed") || event.kind().equals("ticket-classified");
    }

    private void reread(List<RecordedEvent> events) {
        Set<TicketId> tickets = events.stream().map(RecordedEvent::ticketId).collect(Collectors.toSet());
        List<String> tasks = list.shown().values().stream()
                .filter(line -> line.gone() == null && tickets.contains(line.item().ticketId()))
                .map(line -> line.item().taskId())
                .toList();
        if (!tasks.isEmpty()) {
            list.lines(inbox.among(list.filter(), user, tasks)).forEach(list::put);
        }
    }

    private void age() {
        List<String> tasks = list.shown().values().stream()
                .filter(line -> line.gone() == null)
                .limit(MOST_AGED)
                .map(line -> line.item().taskId())
                .toList();
        if (!tasks.isEmpty()) {
            list.lines(inbox.among(list.filter(), user, tasks)).forEach(list::put);
        }
    }

    private void people() {
        Map<TicketId, List<Presence.Here>> now = new HashMap<>();
        for (WorkList.Line line : List.copyOf(list.shown().values())) {
            List<Presence.Here> others = Presence.others(line.item().ticketId());
            if (!others.isEmpty()) {
                now.put(line.item().ticketId(), others);
            }
            if (!others.equals(people.getOrDefault(line.item().ticketId(), List.of()))) {
                list.put(line);
            }
        }
        people = now;
    }
}
