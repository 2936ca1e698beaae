package org.ticketingos.sla;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.TicketId;

/**
 * Looks for promises that no diagram watches: first answers and further answers. The turnaround has timers in the
 * spine; should one have been lost, it is told here some minutes later.
 */
@Component
@EnableScheduling
class SlaWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SlaWatch.class);
    private static final String EVERY = "${ticketingos.sla.watch:PT1M}";
    private static final int AT_ONCE = 200;

    /** Long enough for the job executor to fire the timer of the diagram first. */
    private static final Duration DIAGRAM_FIRST = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Escalation escalation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SlaWatch(JdbcClient jdbc, Escalation escalation, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.escalation = escalation;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void look() {
        Scope.system(() -> {
            tell(Level.WARNING, "warn_at", "told_warning");
            tell(Level.BREACH, "due_at", "told_breach");
        });
    }

    private void tell(Level level, String mark, String told) {
        for (Due due : due(mark, told)) {
            try {
                transaction.executeWithoutResult(state -> tell(due, level, told));
            } catch (RuntimeException e) {
                LOG.error("the {} of ticket {} could not be told; trying again in a minute", level, due.ticket, e);
            }
        }
    }

    private void tell(Due due, Level level, String told) {
        if (escalation.due(due.ticket, due.kind, level)) {
            escalation.escalate(due.ticket, due.kind, level);
        }
        jdbc.sql("update ticket_clock set " + told + " = true where ticket_id = ? and kind = ?")
                .params(due.ticket.value(), due.kind.code())
                .update();
    }

    private List<Due> due(String mark, String told) {
        return jdbc.sql("""
                        select ticket_id, kind from ticket_clock
                        where state = 'RUNNING' and not %1$s and %2$s <= :now
                          and (kind <> 'resolution' or %2$s <= :patient)
                        order by %2$s limit :some""".formatted(told, mark))
                .param("now", Timestamp.from(clock.instant()))
                .param("patient", Timestamp.from(clock.instant().minus(DIAGRAM_FIRST)))
                .param("some", AT_ONCE)
                .query((row, n) -> new Due(
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        ClockKind.of(row.getString("kind")).orElseThrow()))
                .list();
    }

    private record Due(TicketId ticket, ClockKind kind) {}
}
