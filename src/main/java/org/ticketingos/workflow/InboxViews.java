package org.ticketingos.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.Condition.Not;
import org.ticketingos.workflow.Condition.Op;
import org.ticketingos.workflow.Condition.Test;
import org.ticketingos.workflow.InboxFilter.View;

/** The views of the house and those people have saved, each with whom it is shared. */
@Component
public class InboxViews {

    private static final int MOST_OWN = 50;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_COLUMNS = 16;

    /** What a list can show beside values of the work. */
    public static final Set<String> COLUMNS = Set.of(
            "number", "subject", "step", "line", "priority", "left", "waiting", "holder", "due", "received", "client",
            "queue", "stage", "category", "owner", "channel", "mood", "requester");

    private static final Pattern WORK = Pattern.compile("work\\.[A-Za-z][A-Za-z0-9_-]{0,59}");

    private static final List<SavedView> FOR_ALL = List.of(
            SavedView.ofTheHouse("all", "Everything for me", View.ALL, null),
            SavedView.ofTheHouse("mine", "My tasks", View.MINE, null),
            SavedView.ofTheHouse("queue", "Nobody's yet", View.QUEUE, null),
            SavedView.ofTheHouse("soon", "Due within 4 hours", View.ALL, new Test("due", Op.WITHIN, List.of("4 hours"))),
            SavedView.ofTheHouse("old", "Waits longer than 2 days", View.ALL,
                    new Test("waiting", Op.LONGER_THAN, List.of("2 days"))));

    private static final List<SavedView> FOR_SUPERVISORS = List.of(
            SavedView.ofTheHouse("every", "All queues", View.EVERY, null),
            SavedView.ofTheHouse("late", "Late in any queue", View.EVERY,
                    new Test("due", Op.WITHIN, List.of("0 minutes"))),
            SavedView.ofTheHouse("unowned", "Critical or high, nobody has it", View.EVERY, new Condition.All(List.of(
                    new Test("priority", Op.IS, List.of("CRITICAL", "HIGH")), new Test("holder", Op.EMPTY, List.of())))),
            SavedView.ofTheHouse("angry", "Not calm", View.EVERY, new Not(new Test("mood", Op.IS, List.of("calm")))));

    private final JdbcClient jdbc;
    private final Clock clock;

    InboxViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The views this person may use: of the house, own, shared; at most 200 of others. */
    public List<SavedView> of(CurrentUser who) {
        staff(who);
        List<SavedView> views = new ArrayList<>(FOR_ALL);
        if (seesAll(who)) {
            views.addAll(FOR_SUPERVISORS);
        }
        views.addAll(jdbc.sql("""
                        select * from inbox_view
                        where deleted_at is null and (owner = ? or shared_role = any(?) or shared_queue = any(?))
                        order by owner <> ?, lower(name), id limit 200""")
                .params(who.login(), roles(who), queues(who), who.login())
                .query(InboxViews::view)
                .list()
                .stream()
                .filter(view -> view.whose() != View.EVERY || seesAll(who))
                .toList());
        return views;
    }

    public Optional<SavedView> find(String code, CurrentUser who) {
        return of(who).stream().filter(view -> view.code().equals(code)).findFirst();
    }

    /** Keeps a view; with the id of an own one, in its place. */
    public SavedView save(SavedView view, CurrentUser who) {
        staff(who);
        check(view, who);
        UUID id = view.id() == null ? UUID.randomUUID() : mine(view.id(), who);
        jdbc.sql("""
                        insert into inbox_view (id, owner, name, whose, condition, sort_order, backwards, columns,
                                                shared_role, shared_queue, saved_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, whose = excluded.whose,
                            condition = excluded.condition, sort_order = excluded.sort_order,
                            backwards = excluded.backwards, columns = excluded.columns,
                            shared_role = excluded.shared_role, shared_queue = excluded.shared_queue,
                            saved_at = excluded.saved_at""")
                .params(Arrays.asList(
                        id, who.login(), view.name().strip(), view.whose().name(),
                        view.condition() == null ? null : ConditionJson.write(view.condition()), view.order().name(),
                        view.backwards(), view.columns().toArray(String[]::new), view.sharedRole(), view.sharedQueue(),
                        Timestamp.from(clock.instant())))
                .update();
        return find(id.toString(), who).orElseThrow();
    }

    public void delete(UUID id, CurrentUser who) {
        mark(id, who, Timestamp.from(clock.instant()));
    }

    /** Brings a deleted view back. */
    public void restore(UUID id, CurrentUser who) {
        mark(id, who, null);
    }

    private void mark(UUID id, CurrentUser who, @Nullable Timestamp deletedAt) {
        staff(who);
        int found = jdbc.sql("update inbox_view set deleted_at = ? where id = ? and owner = ?")
                .params(Arrays.asList(deletedAt, id, who.login()))
                .update();
        if (found == 0) {
            throw new TicketRefused("There is no such view of yours.");
        }
    }

    private UUID mine(UUID id, CurrentUser who) {
        return jdbc.sql("select id from inbox_view where id = ? and owner = ?")
                .params(id, who.login())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new TicketRefused("There is no such view of yours."));
    }

    private void check(SavedView view, CurrentUser who) {
        if (view.name().isBlank() || view.name().length() > LONGEST_NAME || view.name().indexOf('\0') >= 0) {
            throw new TicketRefused("Give the view a name of at most %d characters.".formatted(LONGEST_NAME));
        }
        if (view.columns().isEmpty() || view.columns().size() > MOST_COLUMNS) {
            throw new TicketRefused("A list has between 1 and %d columns.".formatted(MOST_COLUMNS));
        }
        view.columns().stream().filter(column -> !isColumn(column)).findFirst().ifPresent(column -> {
            throw new TicketRefused("A list cannot show \"%s\".".formatted(
                    column.length() > 40 ? column.substring(0, 40) : column.replace('\0', ' ')));
        });
        if (view.whose() == View.EVERY && !seesAll(who)) {
            throw new TicketRefused("Only a supervisor sees the steps of all queues.");
        }
        if (view.sharedRole() != null && view.sharedQueue() != null) {
            throw new TicketRefused("Share a view with a role or with a queue, not with both.");
        }
        if (view.sharedRole() != null
                && Arrays.stream(Role.values()).noneMatch(role -> role.name().equals(view.sharedRole()) && role != Role.CLIENT)) {
            throw new TicketRefused("A view is shared with a role of our own people.");
        }
        if (view.sharedQueue() != null && !who.groups().contains(view.sharedQueue()) && !seesAll(who)) {
            throw new TicketRefused("A view is shared with a queue of yours.");
        }
        if (view.condition() != null) {
            // A span or day nobody can read would break the list of everybody the view is shared with.
            new ConditionSql(new ArrayList<>(), who.login(), clock.instant(), ZoneOffset.UTC).of(view.condition());
        }
        int own = jdbc.sql("select count(*) from inbox_view where owner = ? and deleted_at is null")
                .param(who.login())
                .query(Integer.class)
                .single();
        if (view.id() == null && own >= MOST_OWN) {
            throw new TicketRefused("You have %d views already; delete one first.".formatted(MOST_OWN));
        }
    }

    public static boolean isColumn(String code) {
        return COLUMNS.contains(code) || WORK.matcher(code).matches();
    }

    /** Whether this person may look into all queues. */
    public static boolean seesAll(CurrentUser who) {
        return who.is(Role.SUPERVISOR) || who.is(Role.ADMIN);
    }

    private static void staff(CurrentUser who) {
        if (who.isClient()) {
            throw new TicketRefused("Views are for our own people.");
        }
    }

    private static String[] roles(CurrentUser who) {
        return who.roles().stream().map(Role::name).toArray(String[]::new);
    }

    private static String[] queues(CurrentUser who) {
        return who.groups().toArray(String[]::new);
    }

    private static SavedView view(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new SavedView(
                id,
                id.toString(),
                row.getString("owner"),
                row.getString("name"),
                View.valueOf(row.getString("whose")),
                ConditionJson.read(row.getString("condition")),
                InboxOrder.valueOf(row.getString("sort_order")),
                row.getBoolean("backwards"),
                Arrays.stream((String[]) row.getArray("columns").getArray()).collect(Collectors.toUnmodifiableList()),
                row.getString("shared_role"),
                row.getString("shared_queue"));
    }
}
