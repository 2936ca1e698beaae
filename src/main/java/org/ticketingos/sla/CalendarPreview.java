package org.ticketingos.sla;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;

/** Shows what new hours would do before anybody puts them in force: to one clock, and to all open tickets. */
@Service
@Transactional(readOnly = true)
public class CalendarPreview {

    private static final int MOST_ROWS = 20_000;
    private static final int EXAMPLES = 20;
    private static final int LONGEST_TARGET = 60 * 24 * 60;

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final CalendarDesk desk;
    private final Clock clock;

    CalendarPreview(JdbcClient jdbc, WorkCalendars calendars, CalendarDesk desk, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.desk = desk;
        this.clock = clock;
    }

    /** When the same clock is due on the hours that hold and on those that are planned. */
    public record Due(Instant before, Instant after) {}

    /** One promise that would be due at another time. */
    public record Moved(TicketNumber number, String clock, Instant before, Instant after) {}

    /**
     * What would happen to the promises that are counted now.
     *
     * @param tickets open tickets with at least one due date that moves
     * @param more whether there were more than 20,000 promises to look at, the later ones of which were left out
     * @param examples the first ones to fall due, at most 20
     */
    public record Moves(int tickets, int later, int earlier, boolean more, List<Moved> examples) {}

    /** @param minutes business minutes, at most 60 days */
    public Due due(String id, CalendarPlan plan, Instant start, int minutes) {
        desk.check(id, plan);
        if (minutes < 1 || minutes > LONGEST_TARGET) {
            throw new TicketRefused("Try a target of 1 minute to %d hours.".formatted(LONGEST_TARGET / 60));
        }
        WorkCalendar before = calendars.get(id);
        return new Due(
                CalendarTrial.due(before, start, minutes), CalendarTrial.due(plan.in(before), start, minutes));
    }

    /** Only promises due after the first new day can move; they are found along an index. */
    public Moves moves(String id, CalendarPlan plan) {
        desk.check(id, plan);
        WorkCalendar before = calendars.get(id);
        WorkCalendar after = plan.in(before);
        Instant now = clock.instant();
        Map<Instant, Instant> known = new HashMap<>();
        Set<String> tickets = new HashSet<>();
        int[] counted = new int[3];
        List<Moved> examples = new ArrayList<>();
        jdbc.sql("""
                        select t.number, k.kind, k.due_at from ticket_clock k join ticket t on t.id = k.ticket_id
                        where k.calendar_id = ? and k.state = 'RUNNING' and k.due_at >= ? and t.closed_at is null
                        order by k.due_at limit ?""")
                .params(id, Timestamp.from(plan.from().atStartOfDay(before.zone()).toInstant()), MOST_ROWS + 1)
                .query(row -> {
                    Instant due = row.getTimestamp("due_at").toInstant();
                    Instant then = known.computeIfAbsent(due, at -> CalendarTrial.moved(before, after, now, at));
                    if (counted[0]++ >= MOST_ROWS || then.equals(due)) {
                        return;
                    }
                    counted[then.isAfter(due) ? 1 : 2]++;
                    tickets.add(row.getString("number"));
                    if (examples.size() < EXAMPLES) {
                        String kind = row.getString("kind");
                        examples.add(new Moved(
                                new TicketNumber(row.getString("number")),
                                ClockKind.of(kind).map(ClockKind::label).orElse(kind),
                                due,
                                then));
                    }
                });
        return new Moves(tickets.size(), counted[1], counted[2], counted[0] > MOST_ROWS, examples);
    }
}
