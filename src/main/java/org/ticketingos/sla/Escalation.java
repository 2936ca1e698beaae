package org.ticketingos.sla;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Tells people when a promise is near its end or broken, once for each, and keeps what they do about it. */
@Service
@Transactional
class Escalation {

    /** An alarm for a clock that stands still: it is set anew when the clock goes on. */
    private static final Duration FAR_AWAY = Duration.ofDays(365);

    /** Why we raise a priority ourselves; our own failure does not shorten what was agreed. */
    static final String RAISED = "the agreed turnaround is over";

    private final Clocks clocks;
    private final Tickets tickets;
    private final Alarm alarm;
    private final JdbcClient jdbc;
    private final Clock clock;

    Escalation(Clocks clocks, Tickets tickets, Alarm alarm, JdbcClient jdbc, Clock clock) {
        this.clocks = clocks;
        this.tickets = tickets;
        this.alarm = alarm;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Instant alarmAt(TicketId id, Level level) {
        Optional<ClockReading> turnaround = clocks.reading(id, ClockKind.RESOLUTION);
        return turnaround.map(reading -> markedAt(reading, level)).orElse(clock.instant().plus(FAR_AWAY));
    }

    private static @Nullable Instant markedAt(ClockReading reading, Level level) {
        return level == Level.WARNING ? reading.warnAt() : reading.dueAt();
    }

    /** An alarm may ring early: the clock decides, and nobody is told twice of the same promise. */
    @Transactional(readOnly = true)
    public boolean due(TicketId id, ClockKind kind, Level level) {
        return clocks.reading(id, kind)
                .filter(reading -> reached(reading, level) && !told(id, kind, level))
                .isPresent();
    }

    private boolean reached(ClockReading reading, Level level) {
        if (level == Level.BREACH) {
            return reading.breachedAt() != null;
        }
        Instant warnAt = reading.warnAt();
        return warnAt != null && !warnAt.isAfter(clock.instant()) && reading.breachedAt() == null;
    }

    private boolean told(TicketId id, ClockKind kind, Level level) {
        String what = level == Level.WARNING ? "sla-warned" : "sla-breached";
        boolean told = false;
        for (RecordedEvent event : tickets.history(id)) {
            if (event.fact("clock").equals(kind.code())) {
                boolean anew = event.kind().equals("clock-started") && kind.startsAfresh()
                        || event.kind().equals("targets-changed") && level == Level.WARNING;
                told = !anew && (told || event.kind().equals(what));
            }
        }
        return told;
    }

    public void escalate(TicketId id, ClockKind kind, Level level) {
        ClockReading reading = clocks.reading(id, kind).orElseThrow();
        Ticket ticket = tickets.get(id);
        Instant now = clock.instant();
        if (level == Level.WARNING) {
            tickets.record(new SlaWarned(id, kind.code(), reading.remaining().toMinutes(), now));
            alarm.warn(ticket, reading);
            return;
        }
        Instant breachedAt = reading.breachedAt();
        if (breachedAt == null) {
            throw new IllegalStateException("the " + kind.code() + " of ticket " + id + " is kept: nothing to escalate");
        }
        tickets.record(new SlaBreached(id, kind.code(), breachedAt, String.valueOf(reading.breachCause()), now));
        alarm.breach(ticket, reading);
        if (kind == ClockKind.RESOLUTION && ticket.priority().compareTo(Priority.HIGH) > 0) {
            tickets.changePriority(id, Priority.HIGH, RAISED);
        }
    }

    public void remind(TicketId id) {
        Ticket ticket = tickets.get(id);
        tickets.record(new AnswerReminded(id, ticket.stage(), clock.instant()));
        alarm.remind(ticket);
    }

    public void respond(TicketId id, BreachAnswer answer) {
        jdbc.sql("""
                        insert into sla_response (ticket_id, client_id, cause, action, by_login, at)
                        select id, client_id, ?, ?, ?, ? from ticket where id = ?""")
                .params(answer.cause().code(), answer.action(), actor(), Timestamp.from(clock.instant()), id.value())
                .update();
        tickets.record(new BreachAnswered(id, answer.cause().code(), clock.instant()));
        String owner = answer.newOwner();
        Ticket ticket = tickets.get(id);
        if (owner != null && !owner.equals(ticket.owner())) {
            String queue = ticket.queue();
            tickets.assign(id, queue == null ? "service-desk" : queue, owner, "given to " + owner + " after a breach");
        }
    }

    private static String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "system" : who.getName();
    }
}
