package org.ticketingos.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/**
 * Gives a person the next step to do: the first ones in slack order are ranked by the table {@code next-task}, the best
 * one that is still free is claimed, and why it was this one is kept.
 */
@Component
public class NextTask {

    /** Below this much time until the latest start a step is urgent, below the other it is soon. */
    private static final Duration URGENT = Duration.ofMinutes(30);

    /** SLA-1: a critical request is answered within four hours. */
    private static final Duration SOON = Duration.ofHours(4);

    /** What was skipped is not offered to the same person again for half a shift. */
    static final Duration NOT_AGAIN = Duration.ofHours(4);

    private static final int CANDIDATES = 25;
    private static final int ROUNDS = 20;
    private static final int LONGEST_NOTE = 1000;

    private final InboxList list;
    private final Holding holding;
    private final WorkOffers offers;
    private final Decisions decisions;
    private final Tickets tickets;
    private final Clock clock;

    NextTask(
            InboxList list, Holding holding, WorkOffers offers, Decisions decisions, Tickets tickets, Clock clock) {
        this.list = list;
        this.holding = holding;
        this.offers = offers;
        this.decisions = decisions;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A step that is now this person's, and why it was this one, in a sentence. */
    public record Offer(InboxItem item, String why) {}

    /** Claims the next step; two people asking at once never get the same one. */
    public Optional<Offer> take(CurrentUser who) {
        if (who.isClient()) {
            throw new TicketRefused("Next is for our own people.");
        }
        String lastClient = offers.lastClient(who.login());
        for (int round = 0; round < ROUNDS; round++) {
            List<InboxItem> found = candidates(who);
            for (Ranked ranked : ranked(found, lastClient, who)) {
                String why = why(ranked, clock.instant());
                if (got(ranked, who, why)) {
                    return Optional.of(new Offer(list.find(ranked.item.taskId()).orElse(ranked.item), why));
                }
            }
            if (found.size() < CANDIDATES) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean got(Ranked ranked, CurrentUser who, String why) {
        boolean mine = who.login().equals(ranked.item.assignee());
        return Boolean.TRUE.equals(holding.inHouse(() -> {
            boolean got = mine || holding.takeIfFree(ranked.item, who);
            if (got && (!mine || offers.why(ranked.item.taskId(), who.login()).isEmpty())) {
                offers.offered(ranked.item, who.login(), ranked.reason, why);
            }
            return got;
        }));
    }

    /** Gives the step back with a reason; it is not offered to the same person again for a while. */
    public void skip(String taskId, SkipReason reason, @Nullable String note, CurrentUser who) {
        String words = note == null ? "" : note.strip();
        if (reason == SkipReason.OTHER && words.isEmpty()) {
            throw new TicketRefused("Say in the note why you skip this step.");
        }
        if (words.length() > LONGEST_NOTE) {
            throw new TicketRefused("The note is too long; at most %d characters.".formatted(LONGEST_NOTE));
        }
        InboxItem item = list.find(taskId)
                .filter(one -> !who.isClient())
                .orElseThrow(() -> new TicketRefused("This step is done already, or it is not yours to see."));
        if (item.queue() == null) {
            throw new TicketRefused("This step belongs to no queue it could go back to.");
        }
        holding.inHouse(() -> {
            holding.release(item, who);
            offers.skipped(item, who.login(), reason, words, clock.instant().plus(NOT_AGAIN));
            tickets.record(new StepSkipped(item.ticketId(), item.step(), reason.label(), clock.instant()));
            return null;
        });
    }

    /** Why this person was given this step; empty when nobody offered it. */
    public Optional<String> why(String taskId, CurrentUser who) {
        return offers.why(taskId, who.login());
    }

    private List<InboxItem> candidates(CurrentUser who) {
        List<String> skipped = offers.notAgain(who.login());
        InboxFilter mine = InboxFilter.of(InboxFilter.View.MINE);
        InboxFilter free = InboxFilter.of(InboxFilter.View.QUEUE);
        return Stream.concat(
                        list.page(mine, who, null, 1).items().stream(),
                        list.page(free, who, null, CANDIDATES + skipped.size()).items().stream())
                .filter(item -> !skipped.contains(item.taskId()))
                .limit(CANDIDATES + 1)
                .toList();
    }

    private List<Ranked> ranked(List<InboxItem> found, String lastClient, CurrentUser who) {
        Instant now = clock.instant();
        Map<Map<String, Object>, Map<String, Object>> answers = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>();
        for (InboxItem item : found) {
            Map<String, Object> facts = Map.of(
                    "mine", who.login().equals(item.assignee()),
                    "band", band(item, now),
                    "priority", item.priority().name(),
                    "sameClient", item.client().value().equals(lastClient));
            Map<String, Object> answer = answers.computeIfAbsent(facts, asked -> decisions.decide("next-task", asked));
            ranked.add(new Ranked(item, ((Number) answer.get("rank")).intValue(), String.valueOf(answer.get("reason"))));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        return ranked;
    }

    /** How pressing a step is, in a word the table knows. */
    static String band(InboxItem item, Instant now) {
        if (item.standing().breached()) {
            return "breached";
        }
        if (item.standing().paused()) {
            return "paused";
        }
        Duration left = Duration.between(now, startBy(item));
        return left.compareTo(URGENT) < 0 ? "urgent" : left.compareTo(SOON) < 0 ? "soon" : "later";
    }

    private static Instant startBy(InboxItem item) {
        Instant start = item.standing().startBy();
        Instant due = item.dueAt();
        return start != null ? start : due != null ? due : item.receivedAt().plus(SOON);
    }

    private static String why(Ranked ranked, Instant now) {
        Duration left = Duration.between(now, startBy(ranked.item));
        String time = left.isNegative()
                ? "it should have been begun " + span(left.negated()) + " ago"
                : "it must be begun within " + span(left);
        return switch (ranked.reason) {
            case "late" -> "Its promise is broken already; broken ones come first.";
            case "mine" -> "You have it already; what is begun is finished first.";
            case "critical" -> "It is critical, and " + time + ".";
            case "same-client" -> "It is for the client you have just worked for, and " + time + ".";
            case "paused" -> "Nothing else waits in your queues; its clocks are paused.";
            default -> "Least time left in your queues: " + time + ".";
        };
    }

    private static String span(Duration span) {
        long minutes = span.toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        return span.toHours() < 48 ? span.toHours() + " h " + minutes % 60 + " min" : span.toDays() + " days";
    }

    private record Ranked(InboxItem item, int rank, String reason) {}
}
