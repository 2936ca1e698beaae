package org.ticketingos.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What has lately come into lists, changed hands or left: in memory, so that looking costs an open list nothing. */
@Component
public class InboxNews {

    private static final int REMEMBERED = 5_000;

    private final Deque<News> latest = new ArrayDeque<>();
    private long seq;

    /** A step came, changed hands or left; the queue is null where it had none. */
    record StepChanged(String taskId, @Nullable String queue, @Nullable String assignee) {}

    private record News(long seq, StepChanged change) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void heard(StepChanged change) {
        latest.addLast(new News(++seq, change));
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
    }

    /** The mark of this moment. */
    public synchronized long now() {
        return seq;
    }

    /** Steps that have changed since the mark in one of these queues or with this person. */
    public synchronized List<String> since(long mark, Predicate<@Nullable String> queues, String login) {
        List<String> changed = new ArrayList<>();
        var backwards = latest.descendingIterator();
        while (backwards.hasNext()) {
            News news = backwards.next();
            if (news.seq <= mark) {
                break;
            }
            StepChanged change = news.change;
            if (login.equals(change.assignee()) || queues.test(change.queue())) {
                changed.add(change.taskId());
            }
        }
        return changed.stream().distinct().toList();
    }
}
