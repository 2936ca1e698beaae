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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/**
 * Tells every open ticket whose due date may have moved that its hours have changed, so that lists, boards and the
 * alarms of the diagrams follow. Goes on where it was after a restart.
 */
@Component
class CalendarChanges {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarChanges.class);
    private static final String EVERY = "${ticketingos.sla.calendars:PT1M}";
    private static final int AT_ONCE = 200;

    /** Calendars are read at least once a minute, so after two nobody counts on the old hours. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarChanges(JdbcClient jdbc, Tickets tickets, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Change(long id, String calendar, Instant countsFrom, @Nullable UUID toldTo) {}

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void look() {
        Scope.system(() -> {
            Optional<Change> change = next();
            while (change.isPresent()) {
                List<UUID> concerned = concerned(change.get());
                for (UUID ticket : concerned) {
                    tell(change.get(), ticket);
                }
                if (concerned.size() < AT_ONCE) {
                    jdbc.sql("update calendar_change set finished = true where id = ?").param(change.get().id()).update();
                }
                change = next();
            }
        });
    }

    private Optional<Change> next() {
        return jdbc.sql("""
                        select id, calendar_id, counts_from, told_to from calendar_change
                        where not finished and made_at <= ? order by id limit 1""")
                .param(Timestamp.from(clock.instant().minus(KNOWN_EVERYWHERE)))
                .query((row, n) -> new Change(
                        row.getLong("id"),
                        row.getString("calendar_id"),
                        row.getTimestamp("counts_from").toInstant(),
                        row.getObject("told_to", UUID.class)))
                .optional();
    }

    private List<UUID> concerned(Change change) {
        return jdbc.sql("""
                        select ticket_id from (
                            select ticket_id from ticket_clock
                            where calendar_id = :calendar and state = 'RUNNING' and due_at >= :from
                            union
                            select ticket_id from internal_clock
                            where calendar_id = :calendar and state = 'RUNNING' and due_at >= :from) k
                        where cast(:after as uuid) is null or ticket_id > cast(:after as uuid)
                        order by ticket_id limit :some""")
                .param("calendar", change.calendar())
                .param("from", Timestamp.from(change.countsFrom()))
                .param("after", change.toldTo() == null ? null : change.toldTo().toString())
                .param("some", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private void tell(Change change, UUID ticket) {
        try {
            transaction.executeWithoutResult(status -> tickets.record(new HoursChanged(
                    new TicketId(ticket), change.calendar(), change.countsFrom(), clock.instant())));
        } catch (RuntimeException e) {
            LOG.error("ticket {} could not be told of new hours", ticket, e);
        }
        jdbc.sql("update calendar_change set told_to = ? where id = ?").params(ticket, change.id()).update();
    }
}
