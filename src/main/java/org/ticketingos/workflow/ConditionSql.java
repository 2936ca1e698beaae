package org.ticketingos.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.Condition.All;
import org.ticketingos.workflow.Condition.Any;
import org.ticketingos.workflow.Condition.Not;
import org.ticketingos.workflow.Condition.Op;
import org.ticketingos.workflow.Condition.Test;

/**
 * Turns a condition into SQL over the table inbox_item. Columns come from {@link InboxField}, operators from a switch,
 * and every word a person has written is a parameter.
 */
final class ConditionSql {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) (minute|hour|day|week)s?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final String IS_NUMBER = "'^-?[0-9]{1,15}([.][0-9]{1,6})?$'";

    /** One comparison for each row, without taking its work apart. */
    private static final String HOLDS = "i.work @> any(?::text[]::jsonb[])";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Object> values;
    private final String me;
    private final Instant now;
    private final ZoneId zone;

    /**
     * @param values takes the parameters, in order
     * @param zone in which days begin
     */
    ConditionSql(List<Object> values, String me, Instant now, ZoneId zone) {
        this.values = values;
        this.me = me;
        this.now = now;
        this.zone = zone;
    }

    String of(Condition condition) {
        if (condition instanceof All all) {
            return all.of().isEmpty() ? "true" : joined(all.of(), " and ");
        }
        if (condition instanceof Any any) {
            return any.of().isEmpty() ? "false" : joined(any.of(), " or ");
        }
        if (condition instanceof Not not) {
            return "not coalesce(" + of(not.of()) + ", false)";
        }
        Test test = (Test) condition;
        InboxField.Kind kind = ConditionJson.kind(test.field());
        if (!kind.ops().contains(test.op())) {
            throw new TicketRefused("\"%s\" cannot be compared by \"%s\".".formatted(test.field(), test.op().words()));
        }
        if (kind == InboxField.Kind.WORK) {
            return work(test);
        }
        return plain(test, InboxField.of(test.field()).orElseThrow().column());
    }

    private String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
    }

    private String plain(Test test, String column) {
        return switch (test.op()) {
            case IS -> with(column + " = any(?)", texts(test));
            case IS_NOT -> with("not coalesce(" + column + " = any(?), false)", texts(test));
            case EMPTY -> column + " is null";
            case CONTAINS -> with(column + " ilike any(?)", patterns(test));
            case WITHIN -> with(column + " <= ?", at(now.plus(span(test))));
            case BEFORE -> with(column + " < ?", at(day(test)));
            case SINCE -> with(column + " >= ?", at(day(test)));
            case LONGER_THAN -> with(column + " < ?", at(now.minus(span(test))));
            case SHORTER_THAN -> with(column + " >= ?", at(now.minus(span(test))));
            case MORE_THAN, LESS_THAN -> throw new TicketRefused("Only fields of the work are compared by size.");
        };
    }

    private String work(Test test) {
        String name = test.field().substring("work.".length());
        if (test.op() == Op.EMPTY) {
            return with("i.work -> ? is null", name);
        }
        if (test.op() == Op.IS) {
            return with(HOLDS, holding(name, test));
        }
        if (test.op() == Op.IS_NOT) {
            return "not " + with(HOLDS, holding(name, test));
        }
        // looked into only where there is something
        String any = with("(i.work -> ? is not null and ", name)
                + with("exists (select 1 from jsonb_array_elements_text(i.work -> ?) v (one) where ", name);
        return switch (test.op()) {
            case CONTAINS -> any + with("v.one ilike any(?)))", patterns(test));
            case MORE_THAN -> any + with(
                    "case when v.one ~ " + IS_NUMBER + " then v.one::numeric > ? end))", number(test));
            case LESS_THAN -> any + with(
                    "case when v.one ~ " + IS_NUMBER + " then v.one::numeric < ? end))", number(test));
            default -> throw new TicketRefused("Fields of the work are not compared by time.");
        };
    }

    /** Each value as a piece of the work that would hold it. */
    private String[] holding(String name, Test test) {
        return Arrays.stream(texts(test))
                .map(value -> JSON.createObjectNode().set(name, JSON.createArrayNode().add(value)).toString())
                .toArray(String[]::new);
    }

    private String with(String sql, Object value) {
        values.add(value);
        return sql;
    }

    private String[] texts(Test test) {
        return test.values().stream().map(value -> value.equals("me") ? me : value).toArray(String[]::new);
    }

    private static String[] patterns(Test test) {
        return test.values().stream()
                .map(value -> "%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
    }

    private static BigDecimal number(Test test) {
        String text = test.values().get(0).replace(",", "").strip();
        if (!NUMBER.matcher(text).matches()) {
            throw new TicketRefused("\"%s\" is no number.".formatted(test.values().get(0)));
        }
        return new BigDecimal(text);
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    private static Duration span(Test test) {
        Matcher span = SPAN.matcher(test.values().get(0).strip().toLowerCase(Locale.ROOT));
        if (!span.matches()) {
            throw new TicketRefused(
                    "\"%s\" is no span of time; write 30 minutes, 4 hours, 2 days or 1 week.".formatted(test.values().get(0)));
        }
        long count = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            case "day" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    private Instant day(Test test) {
        String text = test.values().get(0).strip().toLowerCase(Locale.ROOT);
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = switch (text) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            case "tomorrow" -> today.plusDays(1);
            case "this week" -> today.with(java.time.DayOfWeek.MONDAY);
            default -> date(text);
        };
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate date(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw noDay(text);
        }
        throw noDay(text);
    }

    private static TicketRefused noDay(String text) {
        return new TicketRefused(
                "\"%s\" is no day; write today, yesterday, tomorrow, this week or 2026-01-21.".formatted(text));
    }
}
