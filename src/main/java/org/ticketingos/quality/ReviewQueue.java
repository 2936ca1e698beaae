package org.ticketingos.quality;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketNumber;

/**
 * What a reviewer may look at, in an order of chance, so that it does not give away whose work it is. Own work, and for
 * second looks and appeals what one has looked at before, is not in it. Reads the list of open steps (decision 0003).
 */
@Component
@Transactional(readOnly = true)
public class ReviewQueue {

    private static final int MOST = 200;

    private static final String OFFERED = """
             from inbox_item i join ticket t on t.id = i.ticket_id join client c on c.id = i.client_id
            where i.queue = any (?) and i.form in ('quality-review', 'quality-second-review', 'appeal-decide')
              and (i.assignee is null or i.assignee = ?) and i.snoozed_until is null
              and not exists (select 1 from agent_wall x where x.login = ? and x.client_id = i.client_id)
              and not exists (
                  select 1 from work_item w left join work_field f on f.item_id = w.id
                  where w.ticket_id = i.ticket_id and (w.agent = ? or f.agent = ?))
              and (i.form = 'quality-review' or not exists (
                  select 1 from review r where r.ticket_id = i.ticket_id and r.reviewer = ?))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What kind of look is wanted. */
    public enum Kind {
        REVIEW("Review"),
        SECOND("Second look"),
        APPEAL("Appeal");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Kind of(String form) {
            return switch (form) {
                case "quality-second-review" -> SECOND;
                case "appeal-decide" -> APPEAL;
                default -> REVIEW;
            };
        }
    }

    /** One sample on offer; nothing in it says who did the work or when it came. */
    public record Offer(
            String taskId,
            TicketNumber number,
            String clientName,
            String line,
            Kind kind,
            boolean mine,
            @Nullable Instant dueAt) {}

    /** How far a reviewer is: done since Monday, and all that was or is theirs to do. */
    public record Progress(int done, int all) {}

    /**
     * A page of what is offered, what one has already taken first.
     *
     * @param shuffle decides the order; the same word gives the same order
     * @param line only this line; null for all
     */
    public Page<Offer> page(
            CurrentUser who, String shuffle, @Nullable String line, @Nullable String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, MOST));
        if (cursor != null && !cursor.matches("[01][0-9a-f]{32}")) {
            throw Page.foreignMark();
        }
        List<Object> values = new ArrayList<>(List.of(who.login(), shuffle));
        values.addAll(whose(who));
        values.add(cursor == null ? "" : cursor);
        values.add(line == null ? "" : line);
        values.add(line == null ? "" : line);
        values.add(size + 1);
        List<Ranked> found = jdbc.sql("""
                        select * from (
                            select i.task_id, t.number, c.name, t.line, i.form, i.assignee, i.due_at,
                                   case when i.assignee = ? then '0' else '1' end || md5(? || i.task_id) as rank
                        """ + OFFERED + """
                        ) offered where rank > ? and (? = '' or line = ?) order by rank limit ?""")
                .params(values)
                .query((row, n) -> new Ranked(
                        row.getString("rank"),
                        new Offer(
                                row.getString("task_id"),
                                new TicketNumber(row.getString("number")),
                                row.getString("name"),
                                row.getString("line"),
                                Kind.of(row.getString("form")),
                                row.getString("assignee") != null,
                                row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant())))
                .list();
        List<Offer> offers = found.stream().limit(size).map(Ranked::offer).toList();
        return new Page<>(offers, found.size() <= size ? null : found.get(size - 1).rank());
    }

    /** The lines something is offered of. */
    public List<String> lines(CurrentUser who) {
        return jdbc.sql("select distinct t.line" + OFFERED + " order by t.line")
                .params(whose(who))
                .query(String.class)
                .list();
    }

    /** Done by this reviewer since Monday, and that together with what is offered now. */
    public Progress progress(CurrentUser who, ZoneId zone) {
        Instant monday = LocalDate.ofInstant(clock.instant(), zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
        int done = jdbc.sql("""
                        select (select count(*) from review where reviewer = ? and reviewed_at >= ?)
                             + (select count(*) from appeal_decision where reviewer = ? and decided_at >= ?)""")
                .params(who.login(), Timestamp.from(monday), who.login(), Timestamp.from(monday))
                .query(Integer.class)
                .single();
        int waiting = jdbc.sql("select count(*)" + OFFERED).params(whose(who)).query(Integer.class).single();
        return new Progress(done, done + waiting);
    }

    private static List<Object> whose(CurrentUser who) {
        String me = who.login();
        return List.of(who.groups().toArray(String[]::new), me, me, me, me, me);
    }

    private record Ranked(String rank, Offer offer) {}
}
