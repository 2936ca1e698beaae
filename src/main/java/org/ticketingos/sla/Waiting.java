package org.ticketingos.sla;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Relations;
import org.ticketingos.ticket.Ticket;

/** Answers in one go why a ticket does not move. */
@Service
public class Waiting {

    private final Merging merging;
    private final Relations relations;
    private final Snoozes snoozes;
    private final Clocks clocks;
    private final JdbcClient jdbc;

    Waiting(Merging merging, Relations relations, Snoozes snoozes, Clocks clocks, JdbcClient jdbc) {
        this.merging = merging;
        this.relations = relations;
        this.snoozes = snoozes;
        this.clocks = clocks;
        this.jdbc = jdbc;
    }

    /**
     * One thing it waits for.
     *
     * @param on the ticket that has to move first; null when it is no ticket
     */
    public record Reason(String sentence, @Nullable Ticket on) {}

    /** The strongest reason first; empty for a ticket that is closed. */
    public List<Reason> of(Ticket ticket) {
        List<Reason> reasons = new ArrayList<>();
        if (!ticket.isOpen()) {
            return reasons;
        }
        merging.into(ticket.id())
                .ifPresent(other -> reasons.add(new Reason("It was merged into " + other.number() + ".", other)));
        relations.blockers(ticket.id()).forEach(other -> reasons.add(
                new Reason("It closes only after " + other.number() + ", " + other.subject() + ".", other)));
        snoozes.of(ticket.id()).ifPresent(snooze -> reasons.add(new Reason(
                "It is laid aside by " + snooze.setBy() + ": " + SnoozeReason.of(snooze.reason())
                        .map(SnoozeReason::label).orElse(snooze.reason()) + ".", null)));
        clocks.readings(ticket.id()).stream()
                .filter(ClockReading::paused)
                .flatMap(reading -> reading.pauses().stream())
                .distinct()
                .forEach(pause -> reasons.add(new Reason("Its clock is paused: " + PauseReason.label(pause) + ".", null)));
        steps(ticket).forEach(step -> reasons.add(new Reason(step, null)));
        return reasons;
    }

    private List<String> steps(Ticket ticket) {
        return jdbc.sql("select name, queue, assignee from inbox_item where ticket_id = ? order by created_at")
                .param(ticket.id().value())
                .query((row, n) -> {
                    String who = row.getString("assignee");
                    String queue = row.getString("queue");
                    return "Open step \"" + row.getString("name") + "\", "
                            + (who != null ? "with " + who : "with nobody yet, in the queue " + queue) + ".";
                })
                .list();
    }
}
