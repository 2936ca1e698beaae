package org.ticketingos.sla;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Tickets laid aside until a date: what that does to their clocks is said before, and they come back by themselves. */
@Service
public class Snoozes {

    private static final Logger LOG = LoggerFactory.getLogger(Snoozes.class);
    private static final String EVERY = "${ticketingos.sla.snooze-watch:PT15S}";
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int AT_ONCE = 200;

    private final Tickets tickets;
    private final Clocks clocks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Snoozes(Tickets tickets, Clocks clocks, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param holds whether the turnaround was paused for it */
    public record Snooze(Instant until, String reason, boolean holds, String setBy) {}

    /**
     * What a snooze would do to one clock.
     *
     * @param pauses whether it will stand still until then
     * @param dueBefore when it is due as things are; null while it stands still already
     * @param dueAfter when it will be due; null when it stands still beyond the snooze
     */
    public record Effect(String clock, boolean pauses, @Nullable Instant dueBefore, @Nullable Instant dueAfter) {}

    /** Says what would happen, and refuses what {@link #snooze} would refuse. */
    public List<Effect> preview(TicketId id, SnoozeReason reason, Instant until) {
        Ticket ticket = mayRest(id, until);
        PauseReason pause = newPause(ticket, reason);
        return clocks.ifPaused(id, pause, until).stream()
                .map(both -> new Effect(
                        both.now().kind().label(),
                        both.held(),
                        both.now().dueAt(),
                        both.then().dueAt()))
                .toList();
    }

    public void snooze(TicketId id, SnoozeReason reason, Instant until) {
        transaction.executeWithoutResult(status -> {
            Ticket ticket = mayRest(id, until);
            PauseReason pause = newPause(ticket, reason);
            if (pause != null) {
                clocks.pause(id, pause.code());
            }
            int added = jdbc.sql("""
                            insert into ticket_snooze (ticket_id, client_id, until_at, reason, holds, set_by, set_at)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(id.value(), ticket.client().value(), Timestamp.from(until), reason.code(), pause != null,
                            CurrentUser.find().map(CurrentUser::login).orElse("system"),
                            Timestamp.from(clock.instant()))
                    .update();
            if (added == 0) {
                throw new TicketRefused("%s is laid aside already. Wake it first.".formatted(ticket.number()));
            }
            tickets.record(new TicketSnoozed(id, reason.code(), until, pause != null, clock.instant()));
        });
    }

    private Ticket mayRest(TicketId id, Instant until) {
        Ticket ticket = tickets.get(id);
        Instant now = clock.instant();
        if (!ticket.isOpen() || ticket.status() == Status.MERGED) {
            throw new TicketRefused("%s is closed or merged; there is nothing to lay aside.".formatted(ticket.number()));
        }
        if (of(id).isPresent()) {
            throw new TicketRefused("%s is laid aside already. Wake it first.".formatted(ticket.number()));
        }
        if (!until.isAfter(now)) {
            throw new TicketRefused("Choose a time that is still to come.");
        }
        if (until.isAfter(now.plus(LONGEST))) {
            throw new TicketRefused("Choose a time within the next %d days.".formatted(LONGEST.toDays()));
        }
        return ticket;
    }

    /** The pause to be set; null when the reason brings none, or a person has paused the clock for it already. */
    private @Nullable PauseReason newPause(Ticket ticket, SnoozeReason reason) {
        PauseReason pause = reason.pause();
        return pause == null || clocks.pausedFor(ticket.id(), pause) ? null : clocks.mayPause(ticket.id(), pause);
    }

    public Optional<Snooze> of(TicketId id) {
        return jdbc.sql("select * from ticket_snooze where ticket_id = ?")
                .param(id.value())
                .query((row, n) -> new Snooze(
                        row.getTimestamp("until_at").toInstant(),
                        row.getString("reason"),
                        row.getBoolean("holds"),
                        row.getString("set_by")))
                .optional();
    }

    /** Brings a ticket back before its time. */
    public void wake(TicketId id) {
        transaction.executeWithoutResult(status -> {
            if (!wake(id, "woken early")) {
                throw new TicketRefused("%s is not laid aside.".formatted(tickets.get(id).number()));
            }
        });
    }

    private boolean wake(TicketId id, String why) {
        Optional<Snooze> ended = of(id);
        if (ended.isEmpty()
                || jdbc.sql("delete from ticket_snooze where ticket_id = ?").param(id.value()).update() == 0) {
            return false;
        }
        if (ended.get().holds()) {
            SnoozeReason.of(ended.get().reason())
                    .map(SnoozeReason::pause)
                    .ifPresent(pause -> clocks.release(id, ClockKind.RESOLUTION, pause));
        }
        tickets.record(new TicketWoken(id, why, clock.instant()));
        return true;
    }

    @EventListener
    void follow(RecordedEvent event) {
        switch (event.kind()) {
            case "client-replied" -> wake(event.ticketId(), "the client wrote");
            case "step-done" -> wake(event.ticketId(), "a step was done");
            case "ticket-absorbed" -> wake(event.ticketId(), "another request was merged into it");
            case "ticket-withdrawn" -> wake(event.ticketId(), "the client wants it no more");
            case "ticket-closed" -> wake(event.ticketId(), "closed");
            default -> {}
        }
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void look() {
        Scope.system(() -> jdbc.sql("select ticket_id from ticket_snooze where until_at <= ? order by until_at limit ?")
                .params(Timestamp.from(clock.instant()), AT_ONCE)
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list()
                .forEach(this::inTime));
    }

    private void inTime(TicketId id) {
        try {
            transaction.executeWithoutResult(status -> wake(id, "its time has come"));
        } catch (RuntimeException e) {
            LOG.error("ticket {} could not be woken; trying again", id, e);
        }
    }
}
