package org.ticketingos.staffing;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.staffing.WorkTime.Kind;
import org.ticketingos.staffing.WorkTime.Mark;
import org.ticketingos.staffing.WorkTime.Stretch;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Time on work: measured from what people did, corrected with a reason, never typed from nothing. */
@Service
@Transactional
public class WorkTimes {

    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final int OLDEST_DAYS = 62;

    private final JdbcClient jdbc;
    private final Roster roster;
    private final WorkCalendars calendars;
    private final Tickets tickets;
    private final Clock clock;

    WorkTimes(JdbcClient jdbc, Roster roster, WorkCalendars calendars, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.calendars = calendars;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * One person's day on one ticket.
     *
     * @param measured minutes told by the history
     * @param corrections minutes added or taken away since
     * @param why the reasons of the corrections
     * @param cut whether nothing was heard for so long that only part was counted
     * @param running whether the person is on it now
     */
    public record Line(
            TicketId ticket, String login, LocalDate day, int measured, int corrections, List<String> why, boolean cut,
            boolean running) {

        public int minutes() {
            return measured + corrections;
        }
    }

    /** Everybody's time on a ticket, by day. */
    @Transactional(readOnly = true)
    public List<Line> of(TicketId ticket) {
        List<Line> lines = new ArrayList<>();
        jdbc.sql("""
                        select login, min(at) as first from work_mark where ticket_id = :ticket group by login
                        union select login, min(at) from work_correction where ticket_id = :ticket
                        and login not in (select login from work_mark where ticket_id = :ticket) group by login
                        order by login""")
                .param("ticket", ticket.value())
                .query((row, n) -> Map.entry(row.getString("login"), row.getTimestamp("first").toInstant()))
                .list()
                .forEach(who -> lines(who.getKey(), who.getValue(), clock.instant(), ticket).stream()
                        .filter(line -> line.ticket().equals(ticket))
                        .forEach(lines::add));
        return lines;
    }

    /** A person's time between two days, both counted, by day and ticket. */
    @Transactional(readOnly = true)
    public List<Line> sheet(String login, LocalDate from, LocalDate to) {
        ZoneId zone = zone(login);
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        Instant now = clock.instant();
        return lines(login, from.atStartOfDay(zone).toInstant(), end.isBefore(now) ? end : now, null).stream()
                .filter(line -> !line.day().isBefore(from) && !line.day().isAfter(to))
                .toList();
    }

    private List<Line> lines(String login, Instant from, Instant until, @Nullable TicketId of) {
        ZoneId zone = zone(login);
        Map<Day, Counted> days = new TreeMap<>(Comparator.comparing(Day::day).thenComparing(d -> d.ticket().toString()));
        for (Stretch stretch : WorkTime.of(marks(login, from.minus(LOOK_BACK), until), until)) {
            Day day = new Day(LocalDate.ofInstant(stretch.from(), zone), stretch.ticket());
            days.computeIfAbsent(day, none -> new Counted()).add(stretch);
        }
        marked(login, from, until, zone).forEach(day -> days.computeIfAbsent(day, none -> new Counted()));
        corrections(login, LocalDate.ofInstant(from, zone).minusDays(OLDEST_DAYS), of, days);
        return days.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey(), login))
                .toList();
    }

    /** Adds or takes away minutes; one's own, or anybody's as a supervisor. */
    public void correct(TicketId id, String login, LocalDate day, int minutes, String reason, CurrentUser who) {
        if (!who.login().equals(login) && !who.is(Role.SUPERVISOR)) {
            throw new TicketRefused("Only " + login + " or a supervisor corrects this time.");
        }
        if (reason.strip().length() < 5 || reason.strip().length() > 300) {
            throw new TicketRefused("Say in 5 to 300 characters why the time is another.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(login));
        if (day.isAfter(today) || day.isBefore(today.minusDays(OLDEST_DAYS))) {
            throw new TicketRefused("Time is corrected for the last %d days, not before and not ahead.".formatted(OLDEST_DAYS));
        }
        int known = of(id).stream()
                .filter(line -> line.login().equals(login) && line.day().equals(day))
                .mapToInt(Line::minutes)
                .sum();
        if (minutes == 0 || known + minutes < 0 || known + minutes > 24 * 60) {
            throw new TicketRefused("%s has %d minutes on that day; after the correction there must be between 0 and 1440."
                    .formatted(login, known));
        }
        tickets.record(new WorkTimeCorrected(id, login, day, minutes, reason.strip(), clock.instant()));
    }

    private List<Mark> marks(String login, Instant from, Instant until) {
        return jdbc.sql("""
                        select kind, ticket_id, task, at, seq from work_mark where login = :login and at >= :from and at <= :until
                        union all
                        select kind, null, '', at, 0 from work_presence where login = :login and at >= :from and at <= :until
                        order by at, seq""")
                .param("login", login)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, n) -> {
                    UUID ticket = row.getObject("ticket_id", UUID.class);
                    return new Mark(
                            Kind.valueOf(row.getString("kind")),
                            ticket == null ? null : new TicketId(ticket),
                            row.getString("task"),
                            row.getTimestamp("at").toInstant());
                })
                .list();
    }

    /** Days on which somebody ended a step: shown even when no minute was measured. */
    private List<Day> marked(String login, Instant from, Instant until, ZoneId zone) {
        return jdbc.sql("select ticket_id, at from work_mark where login = ? and at >= ? and at <= ? and kind = 'ENDED'")
                .params(login, Timestamp.from(from), Timestamp.from(until))
                .query((row, n) -> new Day(
                        LocalDate.ofInstant(row.getTimestamp("at").toInstant(), zone),
                        new TicketId(row.getObject("ticket_id", UUID.class))))
                .list();
    }

    private void corrections(String login, LocalDate from, @Nullable TicketId of, Map<Day, Counted> days) {
        jdbc.sql("""
                        select ticket_id, day, minutes, reason, by_login from work_correction
                        where login = :login and day >= :from and (:ticket::uuid is null or ticket_id = :ticket::uuid)
                        order by seq""")
                .param("login", login)
                .param("from", Date.valueOf(from))
                .param("ticket", of == null ? null : of.toString())
                .query(row -> {
                    Day day = new Day(
                            row.getObject("day", LocalDate.class), new TicketId(row.getObject("ticket_id", UUID.class)));
                    Counted counted = days.computeIfAbsent(day, none -> new Counted());
                    counted.corrections += row.getInt("minutes");
                    counted.why.add("%+d min by %s: %s".formatted(
                            row.getInt("minutes"), row.getString("by_login"), row.getString("reason")));
                });
    }

    /** The zone of the person's shift: it says what a day is. */
    private ZoneId zone(String login) {
        return roster.agent(login).map(agent -> calendars.get(agent.shift()).zone()).orElse(ZoneOffset.UTC);
    }

    private record Day(LocalDate day, TicketId ticket) {}

    private static final class Counted {

        private Duration measured = Duration.ZERO;
        private int corrections;
        private final List<String> why = new ArrayList<>();
        private boolean cut;
        private boolean running;

        void add(Stretch stretch) {
            measured = measured.plus(stretch.length());
            cut |= stretch.cut();
            running |= stretch.running();
        }

        Line line(Day day, String login) {
            int minutes = (int) measured.plusSeconds(30).toMinutes();
            return new Line(day.ticket(), login, day.day(), minutes, corrections, List.copyOf(why), cut, running);
        }
    }
}
