package org.ticketingos.sla;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.sla.InternalRows.Due;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Looks for targets of our own that are near their end or missed; each is told once, to supervisors only. */
@Component
class InternalWatch {

    private static final Logger LOG = LoggerFactory.getLogger(InternalWatch.class);
    private static final String EVERY = "${ticketingos.sla.watch:PT1M}";
    private static final int AT_ONCE = 200;

    private final InternalRows rows;
    private final InternalClocks clocks;
    private final Tickets tickets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InternalWatch(
            InternalRows rows, InternalClocks clocks, Tickets tickets, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.tickets = tickets;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void look() {
        Scope.system(() -> {
            for (Level level : Level.values()) {
                rows.due(level, AT_ONCE).forEach(due -> safely(due, level));
            }
        });
    }

    private void safely(Due due, Level level) {
        try {
            transaction.executeWithoutResult(status -> {
                tell(due.ticket(), due.code(), level);
                rows.told(due, level);
            });
        } catch (RuntimeException e) {
            LOG.error("the internal {} of ticket {} could not be told; trying again", level, due.ticket(), e);
        }
    }

    private void tell(TicketId id, String code, Level level) {
        clocks.reading(id, code)
                .filter(reading -> !InternalHistory.told(tickets.history(id), code, level))
                .ifPresent(reading -> tell(id, reading, level));
    }

    private void tell(TicketId id, ClockReading reading, Level level) {
        String code = reading.kind().code();
        String name = reading.kind().label();
        Instant now = clock.instant();
        Instant breachedAt = reading.breachedAt();
        if (level == Level.BREACH && breachedAt != null) {
            tickets.record(new InternalBreached(
                    id, code, name, breachedAt, String.valueOf(reading.breachCause()), now));
        } else if (level == Level.WARNING && breachedAt == null) {
            tickets.record(new InternalWarned(id, code, name, reading.remaining().toMinutes(), now));
        }
    }
}
