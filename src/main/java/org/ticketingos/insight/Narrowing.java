package org.ticketingos.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ticketingos.ticket.ListFilter;
import org.ticketingos.ticket.ListFilter.Condition;
import org.ticketingos.ticket.TicketRefused;

/** The conditions behind the board's numbers, each under its name in the address. */
@Configuration(proxyBeanMethods = false)
class Narrowing {

    /** The stages in which a ticket is in its owner's hand; as in staffing, where load is counted. */
    static final String IN_HAND =
            "t.closed_at is null and t.stage in ('ASSIGN', 'PROCESS', 'QUALITY_CHECK', 'DEFECT_LOGGING')";

    private record Named(String name, Function<String, Condition> meaning) implements ListFilter {

        @Override
        public Condition of(String value) {
            return meaning.apply(value);
        }
    }

    @Bean
    ListFilter openOnly() {
        return new Named("open", value -> new Condition("t.closed_at is null", List.of(), "open"));
    }

    @Bean
    ListFilter withStepInQueue() {
        return new Named("queue", queue -> new Condition(
                "exists (select 1 from insight_step s where s.ticket_id = t.id and s.queue = ?)",
                List.of(queue),
                "with a step in the queue " + queue));
    }

    @Bean
    ListFilter givenToTeam() {
        return new Named("team", team -> team.equals("-")
                ? new Condition("t.queue is null", List.of(), "given to no queue yet")
                : new Condition("t.queue = ?", List.of(team), "given to the queue " + team));
    }

    @Bean
    ListFilter notClassified() {
        return new Named("unclassified", value ->
                new Condition("t.line is null", List.of(), "of a line not yet known"));
    }

    /** {@code waiting} or {@code held}, and of one queue when {@code :queue} follows. */
    @Bean
    ListFilter waitingOrHeld() {
        return new Named("work", value -> {
            String[] parts = value.split(":", 2);
            boolean waiting = parts[0].equals("waiting");
            if (!waiting && !parts[0].equals("held")) {
                throw new TicketRefused("\"work\" is waiting or held, not \"" + parts[0] + "\".");
            }
            String sql = "exists (select 1 from insight_step s where s.ticket_id = t.id and s.assignee is "
                    + (waiting ? "null" : "not null") + (parts.length == 2 ? " and s.queue = ?)" : ")");
            return new Condition(
                    sql,
                    parts.length == 2 ? List.of(parts[1]) : List.of(),
                    (waiting ? "with a step nobody has taken" : "with a step in somebody's hands")
                            + (parts.length == 2 ? " in the queue " + parts[1] : ""));
        });
    }

    @Bean
    ListFilter inHandOf() {
        return new Named("hand", login -> new Condition(
                "t.owner = ? and " + IN_HAND, List.of(login), "in the hands of " + login));
    }

    @Bean
    ListFilter inBand(Clock clock) {
        return new Named("sla", code -> {
            Band band = Band.of(code).orElseThrow(() -> new TicketRefused("There is no SLA band \"" + code + "\"."));
            return new Condition(
                    "t.closed_at is null and " + band.condition(),
                    new ArrayList<>(Collections.nCopies(band.marks(), Timestamp.from(clock.instant()))),
                    "SLA: " + band.words().toLowerCase(java.util.Locale.ENGLISH));
        });
    }

    /** The hour that begins then; {@code ,lost} is what nobody has begun and is too late to begin, {@code ,open} the rest. */
    @Bean
    ListFilter dueWithin(Clock clock) {
        return new Named("due", value -> {
            String[] parts = value.split(",", 2);
            String which = parts.length == 1 ? "" : parts[1];
            Instant hour = instant("due", parts[0]);
            Instant now = clock.instant();
            String clocks = "exists (select 1 from insight_clock k where k.ticket_id = t.id and k.state = 'RUNNING'"
                    + " and k.due_at > ? and k.due_at <= ?";
            List<Object> hours = List.of(
                    Timestamp.from(hour.isBefore(now) ? now : hour), Timestamp.from(hour.plus(Duration.ofHours(1))));
            List<Object> values = new ArrayList<>(hours);
            String sql = "t.closed_at is null and " + clocks + ")";
            if (which.equals("lost") || which.equals("open")) {
                sql += (which.equals("lost") ? " and " : " and not ") + clocks + " and " + LOST + ")";
                values.addAll(hours);
                values.add(Timestamp.from(now));
            } else if (!which.isEmpty()) {
                throw new TicketRefused("\"due\" knows lost and open, not \"" + which + "\".");
            }
            return new Condition(sql, values, switch (which) {
                case "lost" -> "due soon, not begun, and too late to begin";
                case "open" -> "due soon and still in time";
                default -> "due in one of the next hours";
            });
        });
    }

    /** On a clock {@code k} of a ticket {@code t}; the question mark is now. */
    static final String LOST = "k.start_by <= ? and not exists (select 1 from insight_step h where h.ticket_id = t.id"
            + " and h.assignee is not null)";

    @Bean
    ListFilter receivedWithin() {
        return new Named("received", value -> hour("t.received_at", "received", value, "received in one hour"));
    }

    @Bean
    ListFilter finishedWithin() {
        return new Named("finished", value -> hour("t.closed_at", "finished", value, "finished in one hour"));
    }

    private static Condition hour(String column, String name, String value, String words) {
        Instant hour = instant(name, value);
        return new Condition(
                column + " >= ? and " + column + " < ?",
                List.of(Timestamp.from(hour), Timestamp.from(hour.plus(Duration.ofHours(1)))),
                words);
    }

    /** {@code login@instant}: work recorded by that person since. */
    @Bean
    ListFilter recordedBy() {
        return new Named("done", value -> since("done", value, (login, since) -> new Condition(
                "exists (select 1 from insight_item i where i.ticket_id = t.id and i.agent = ? and i.recorded_at >= ?)",
                List.of(login, since),
                "worked on by " + login + " since")));
    }

    /** {@code cause@instant}: defects of that cause found since. */
    @Bean
    ListFilter withDefect() {
        return new Named("defect", value -> since("defect", value, (cause, since) -> new Condition(
                "exists (select 1 from insight_defect d where d.ticket_id = t.id and d.cause = ? and d.found_at >= ?)",
                List.of(cause, since),
                "with a defect of the cause " + cause)));
    }

    @Bean
    ListFilter untouchedFor(IdleLimits limits) {
        return new Named("idle", value -> {
            if (!value.matches("\\d{1,4}")) {
                throw new TicketRefused("\"idle\" is a number of business hours, not \"" + value + "\".");
            }
            return limits.condition(Integer.parseInt(value));
        });
    }

    private static Condition since(
            String name, String value, java.util.function.BiFunction<String, Timestamp, Condition> meaning) {
        int mark = value.lastIndexOf('@');
        if (mark < 1) {
            throw new TicketRefused("\"" + name + "\" needs a moment behind an @.");
        }
        return meaning.apply(value.substring(0, mark), Timestamp.from(instant(name, value.substring(mark + 1))));
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new TicketRefused("\"" + name + "\" needs a moment such as 2026-01-21T10:00:00Z.");
        }
    }
}
