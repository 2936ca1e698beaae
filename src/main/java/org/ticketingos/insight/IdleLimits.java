package org.ticketingos.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.ListFilter.Condition;

/**
 * Since when a ticket must have been touched not to be idle: so many business hours ago by the calendar of its
 * contract, clock hours where there is no contract yet or its calendar is not known.
 */
@Component
class IdleLimits {

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final Clock clock;

    IdleLimits(JdbcClient jdbc, WorkCalendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Nobody's row or history moved, and it does not wait for the client. */
    Condition condition(int hours) {
        Instant now = clock.instant();
        Duration span = Duration.ofHours(hours);
        List<String> ids = jdbc.sql("select distinct calendar_id from contract where calendar_id in (select id from work_calendar)")
                .query(String.class)
                .list();
        Instant plain = now.minus(span);
        Instant latest = plain;
        List<Object> values = new ArrayList<>();
        StringBuilder limit = new StringBuilder("(select coalesce((select case k.calendar_id");
        for (String id : ids) {
            Instant at = calendars.get(id).subtract(now, span);
            latest = at.isAfter(latest) ? at : latest;
            limit.append(" when ? then ?::timestamptz");
            values.add(id);
            values.add(Timestamp.from(at));
        }
        limit.append(ids.isEmpty() ? " when '' then now()" : "").append(" end from contract k where k.id = t.contract_id), ?::timestamptz))");
        values.add(Timestamp.from(plain));
        List<Object> all = new ArrayList<>();
        all.add(Timestamp.from(latest));
        all.addAll(values);
        all.addAll(values);
        return new Condition(
                "t.closed_at is null and t.status <> 'AWAITING_CLIENT' and t.updated_at <= ? and t.updated_at <= " + limit
                        // a value per ticket, not a join: only as many histories are read as the count is capped at
                        + " and coalesce((select max(e.at) from ticket_event e where e.ticket_id = t.id"
                        + " and e.actor <> 'system'), '-infinity') <= " + limit,
                all,
                "untouched for " + hours + " business hours");
    }
}
