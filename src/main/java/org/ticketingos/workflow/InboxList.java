package org.ticketingos.workflow;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** Reads open human steps, page by page along an index. */
@Component
class InboxList {

    /** So many of the first rows are looked at before all are. */
    static final int FIRST_LOOK = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Walls walls;

    InboxList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.walls = new Walls(jdbc);
    }

    /**
     * Each queue, and what is mine, is read along its own index and only as far as the page needs; together they are a
     * few rows to sort, however many are open. Where a filter leaves too few of the first rows, all steps are looked
     * through once.
     */
    Page<InboxItem> page(InboxFilter filter, CurrentUser who, @Nullable String cursor, int limit) {
        InboxCursor after = cursor == null ? null : InboxCursor.read(cursor, filter.order());
        InboxSources sources = sources(filter, who);
        if (sources.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<Row> rows = first(filter, who, sources, after, limit + 1);
        if (filter.thins() && rows.size() <= limit) {
            rows = through(filter, who, sources, after, limit + 1);
        }
        List<InboxItem> items = rows.stream().limit(limit).map(Row::item).toList();
        return new Page<>(items, rows.size() <= limit ? null : rows.get(limit - 1).place().write(filter.order()));
    }

    /** What matches among the first rows of the view; where nothing filters, these are all that are needed. */
    private List<Row> first(
            InboxFilter filter, CurrentUser who, InboxSources sources, @Nullable InboxCursor after, int most) {
        InboxOrder order = filter.order();
        String end = " limit " + (filter.thins() ? Math.max(FIRST_LOOK, most) : most);
        Narrowing shown = shown(who);
        if (after != null) {
            shown.add(order.after(filter.backwards()), after.places().toArray());
        }
        Narrowing asked = asked(filter, who);
        List<Object> values = new ArrayList<>();
        String sql = "select * from (select * from ("
                + sources.union("i.*" + order.places(), shown, " order by " + order.by(filter.backwards()) + end, values)
                + ") found order by " + order.byPlace(filter.backwards()) + end + ") i where true" + asked.sql()
                + " order by " + order.byPlace(filter.backwards()) + " limit " + most;
        values.addAll(asked.values());
        return run(sql, values, after != null, order);
    }

    /** Reads all steps of the view once; "offset 0" keeps the order out of the choice of how they are read. */
    private List<Row> through(
            InboxFilter filter, CurrentUser who, InboxSources sources, @Nullable InboxCursor after, int most) {
        InboxOrder order = filter.order();
        List<Object> values = new ArrayList<>();
        String sql = "select * from (" + once("i.*" + order.places(), sources, narrowed(filter, who, after), values)
                + " offset 0) found order by " + order.byPlace(filter.backwards()) + " limit " + most;
        return run(sql, values, after != null, order);
    }

    private static String once(String columns, InboxSources sources, Narrowing narrowing, List<Object> values) {
        String sql = "select " + columns + " from inbox_item i where " + sources.any(values) + narrowing.sql();
        values.addAll(narrowing.values());
        return sql;
    }

    /** How many match, counted no further than {@code most}. */
    int count(InboxFilter filter, CurrentUser who, int most) {
        InboxSources sources = sources(filter, who);
        if (sources.isEmpty()) {
            return 0;
        }
        List<Object> values = new ArrayList<>();
        Narrowing narrowing = narrowed(filter, who, null);
        String rows = filter.thins()
                ? once("1", sources, narrowing, values)
                : "select 1 from (" + sources.union("1", narrowing, " limit " + most, values) + ") found";
        return jdbc.sql("select count(*) from (" + rows + " limit " + most + ") counted")
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** The ids of all that match, in their order, at most so many. */
    List<String> ids(InboxFilter filter, CurrentUser who, int most) {
        InboxSources sources = sources(filter, who);
        if (sources.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        String sql = "select task_id from ("
                + once("i.task_id" + filter.order().places(), sources, narrowed(filter, who, null), values)
                + " offset 0) found order by " + filter.order().byPlace(filter.backwards()) + " limit " + most;
        return jdbc.sql(sql).params(values).query(String.class).list();
    }

    /** Those of these steps that match. */
    List<InboxItem> among(InboxFilter filter, CurrentUser who, Collection<String> taskIds) {
        InboxSources sources = sources(filter, who);
        if (sources.isEmpty() || taskIds.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(taskIds.toArray(String[]::new));
        Narrowing narrowing = narrowed(filter, who, null);
        String sql = "select i.* from inbox_item i where i.task_id = any(?) and " + sources.any(values) + narrowing.sql();
        values.addAll(narrowing.values());
        return jdbc.sql(sql).params(values).query(InboxRows::item).list();
    }

    private List<Row> run(String sql, List<Object> values, boolean marked, InboxOrder order) {
        try {
            return jdbc.sql(sql)
                    .params(values)
                    .query((row, n) -> new Row(InboxRows.item(row, n), InboxCursor.of(row, order)))
                    .list();
        } catch (DataAccessException e) {
            if (marked && e.getMostSpecificCause() instanceof SQLException fault
                    && String.valueOf(fault.getSQLState()).startsWith("22")) {
                throw Page.foreignMark();
            }
            throw e;
        }
    }

    private InboxSources sources(InboxFilter filter, CurrentUser who) {
        return switch (filter.view()) {
            case MINE -> InboxSources.mine(who.login());
            case QUEUE -> InboxSources.free(queues(filter, who.groups()));
            case ALL -> filter.queue() == null
                    ? InboxSources.mineAnd(who.login(), who.groups())
                    : InboxSources.whole(queues(filter, who.groups()));
            case EVERY -> {
                if (!who.is(Role.SUPERVISOR) && !who.is(Role.ADMIN)) {
                    throw new TicketRefused("Only a supervisor sees the steps of all queues.");
                }
                yield InboxSources.whole(filter.queue() == null ? queues() : Set.of(filter.queue()));
            }
        };
    }

    private static Set<String> queues(InboxFilter filter, Set<String> mine) {
        String wanted = filter.queue();
        return wanted == null ? mine : mine.contains(wanted) ? Set.of(wanted) : Set.of();
    }

    /** The queues of our own people that hold anything, found by one jump along the index for each. */
    private Set<String> queues() {
        return Set.copyOf(jdbc.sql("""
                        with recursive known (queue) as (
                            (select queue from inbox_item where queue is not null order by queue limit 1)
                            union all
                            select (select i.queue from inbox_item i where i.queue > known.queue order by i.queue limit 1)
                            from known where known.queue is not null)
                        select queue from known where queue is not null and queue not like 'client:%'""")
                .query(String.class)
                .list());
    }

    /** What narrows every list of this person, and the filter, and the place to begin at. */
    private Narrowing narrowed(InboxFilter filter, CurrentUser who, @Nullable InboxCursor after) {
        Narrowing narrowing = shown(who);
        Narrowing asked = asked(filter, who);
        narrowing.sql.append(asked.sql);
        narrowing.values.addAll(asked.values);
        if (after != null) {
            narrowing.add(filter.order().after(filter.backwards()), after.places().toArray());
        }
        return narrowing;
    }

    private Narrowing shown(CurrentUser who) {
        Narrowing narrowing = new Narrowing();
        narrowing.add("i.snoozed_until is null");
        List<String> apart = apart(who);
        if (!apart.isEmpty()) {
            narrowing.add("i.client_id <> all(?)", (Object) apart.toArray(String[]::new));
        }
        return narrowing;
    }

    private Narrowing asked(InboxFilter filter, CurrentUser who) {
        Narrowing narrowing = new Narrowing();
        narrowing.text("i.queue = ?", filter.queue());
        narrowing.text("i.line = ?", filter.line());
        narrowing.text("i.client_id = ?", filter.client());
        filter.words().ifPresent(word -> {
            String pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            narrowing.add("(i.number ilike ? or i.subject ilike ?)", pattern, pattern);
        });
        Condition where = filter.where();
        if (where != null) {
            if (who.isClient()) {
                throw new TicketRefused("Views with conditions are for our own people.");
            }
            if (who.isBlind()) {
                throw new TicketRefused("Conditions could tell whose work it is; reviewers look without them.");
            }
            List<Object> values = new ArrayList<>();
            String sql = new ConditionSql(values, who.login(), clock.instant(), filter.zone()).of(where);
            narrowing.add(sql, values.toArray());
        }
        return narrowing;
    }

    /** The clients this person is kept apart from. */
    List<String> apart(CurrentUser who) {
        return who.isClient() ? List.of() : walls.of(who.login());
    }

    Optional<InboxItem> find(String taskId) {
        return jdbc.sql("select * from inbox_item where task_id = ?").param(taskId).query(InboxRows::item).optional();
    }

    List<InboxItem> of(TicketId ticket) {
        return jdbc.sql("select * from inbox_item where ticket_id = ? order by created_at")
                .param(ticket.value())
                .query(InboxRows::item)
                .list();
    }

    private record Row(InboxItem item, InboxCursor place) {}

    /** Conditions that hold for every source alike. */
    static final class Narrowing {

        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void text(String condition, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                add(condition, value);
            }
        }

        void add(String condition, Object... parameters) {
            sql.append(" and ").append(condition);
            values.addAll(List.of(parameters));
        }

        String sql() {
            return sql.toString();
        }

        List<Object> values() {
            return values;
        }
    }
}
