package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.InboxFilter.View;

class InboxViewsTest {

    private static final CurrentUser AMY = agent("view-amy", Set.of("view-q"));
    private static final CurrentUser VIK = agent("view-vik", Set.of("view-q"));
    private static final CurrentUser ZOE = agent("view-zoe", Set.of("view-other"));
    private static final CurrentUser BOSS =
            new CurrentUser("view-boss", "Boss", Set.of(Role.SUPERVISOR), null, Set.of("supervisors"));
    private static final CurrentUser MEERA =
            new CurrentUser("meera", "Meera", Set.of(Role.CLIENT), new ClientId("views"), Set.of("client:views"));

    private final OpenSteps steps = new OpenSteps("views");
    private final InboxList list = new InboxList(OpenSteps.JDBC, OpenSteps.CLOCK);
    private final InboxViews views = new InboxViews(OpenSteps.JDBC, OpenSteps.CLOCK);

    @BeforeEach
    void three_steps() {
        LoggedIn.as(AMY);
        Scope.system(() -> {
            OpenSteps.JDBC.sql("delete from inbox_view where owner like 'view-%'").update();
            OpenSteps.JDBC.sql("delete from inbox_item where client_id = 'views'").update();
            OpenSteps.JDBC.sql("delete from ticket_clock where client_id = 'views'").update();
        });
        steps.clock(steps.add("v-old", "view-q", "LOW", Duration.ofDays(3)), Duration.ofHours(9), Duration.ZERO);
        steps.clock(steps.add("v-due", "view-q", "CRITICAL", Duration.ofHours(1)), Duration.ofHours(3), Duration.ZERO);
        steps.add("v-new", "view-q", "NORMAL", Duration.ofMinutes(5));
        steps.add("v-elsewhere", "view-other", "CRITICAL", Duration.ofDays(9));
    }

    @AfterEach
    void log_out() {
        LoggedIn.nobody();
        Scope.system(() -> OpenSteps.JDBC.sql("delete from inbox_item where client_id = 'views'").update());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{\"field\":\"due\",\"op\":\"within\",\"values\":[\"4 hours\"]} | v-due",
        "{\"field\":\"due\",\"op\":\"empty\"} | v-new",
        "{\"field\":\"received\",\"op\":\"before\",\"values\":[\"today\"]} | v-old",
        "{\"field\":\"received\",\"op\":\"since\",\"values\":[\"2026-01-21\"]} | v-due v-new",
        "{\"field\":\"waiting\",\"op\":\"longerThan\",\"values\":[\"2 days\"]} | v-old",
        "{\"field\":\"priority\",\"op\":\"is\",\"values\":[\"LOW\",\"NORMAL\"]} | v-old v-new",
        "{\"field\":\"holder\",\"op\":\"isNot\",\"values\":[\"me\"]} | v-due v-old v-new",
        "{\"field\":\"subject\",\"op\":\"contains\",\"values\":[\"OL\"]} | v-old",
        "{\"not\":{\"field\":\"owner\",\"op\":\"is\",\"values\":[\"x\"]}} | v-due v-old v-new",
        "{\"all\":[{\"field\":\"priority\",\"op\":\"isNot\",\"values\":[\"LOW\"]},{\"any\":[{\"field\":\"due\",\"op\":\"empty\"},{\"field\":\"line\",\"op\":\"is\",\"values\":[\"hr\"]}]}]} | v-new",
        "{\"any\":[]} | ",
        "{\"all\":[]} | v-due v-old v-new"
    })
    void a_condition_narrows_the_list(String json, String expected) {
        assertThat(ids(View.QUEUE, json, AMY)).containsExactlyInAnyOrder(
                expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void no_condition_shows_what_another_queue_holds() {
        for (String json : List.of(
                "{\"field\":\"queue\",\"op\":\"is\",\"values\":[\"view-other\"]}",
                "{\"any\":[{\"all\":[]},{\"field\":\"queue\",\"op\":\"is\",\"values\":[\"view-other\"]}]}",
                "{\"not\":{\"field\":\"queue\",\"op\":\"is\",\"values\":[\"view-q\"]}}")) {
            assertThat(ids(View.ALL, json, AMY)).doesNotContain("v-elsewhere");
        }
        assertThat(ids(View.ALL, "{\"all\":[]}", ZOE)).containsExactly("v-elsewhere");
    }

    @Test
    void days_begin_in_the_viewers_zone() {
        steps.add("v-evening", "view-q", "LOW", Duration.ofHours(15));
        String yesterday = "{\"field\":\"received\",\"op\":\"before\",\"values\":[\"today\"]}";
        Condition condition = ConditionJson.read(yesterday);

        assertThat(list.page(InboxFilter.of(View.QUEUE).where(condition).in(ZoneId.of("Asia/Kolkata")), AMY, null, 50).items())
                .as("19:00 UTC was half past midnight in Kolkata")
                .extracting(InboxItem::taskId)
                .doesNotContain("v-evening");
        assertThat(list.page(InboxFilter.of(View.QUEUE).where(condition), AMY, null, 50).items())
                .extracting(InboxItem::taskId)
                .contains("v-evening");
    }

    @Test
    void a_filter_finds_what_stands_behind_many_others_and_pages_through_it_once() {
        for (int n = 0; n < InboxList.FIRST_LOOK + 60; n++) {
            steps.add("v-many-" + n, "view-many", "NORMAL", Duration.ofDays(20).minusMinutes(n));
        }
        CurrentUser many = agent("view-many", Set.of("view-many", "view-q"));
        LoggedIn.as(many);
        InboxFilter last = InboxFilter.of(View.QUEUE).where(ConditionJson.read(
                "{\"field\":\"subject\",\"op\":\"contains\",\"values\":[\"v-many-55\"]}"));

        List<String> found = new ArrayList<>();
        String mark = null;
        do {
            var page = list.page(last, many, mark, 4);
            page.items().forEach(item -> found.add(item.taskId()));
            mark = page.next();
        } while (mark != null);

        assertThat(found).containsExactly("v-many-55", "v-many-550", "v-many-551", "v-many-552", "v-many-553",
                "v-many-554", "v-many-555", "v-many-556", "v-many-557", "v-many-558", "v-many-559");
        assertThat(list.count(last, many, 501)).isEqualTo(11);
        assertThat(list.count(last, many, 5)).isEqualTo(5);
        assertThat(list.ids(last, many, 500)).isEqualTo(found);
        assertThat(list.page(last.by(InboxOrder.SLACK, true), many, null, 2).items())
                .extracting(InboxItem::taskId)
                .containsExactly("v-many-559", "v-many-558");
        assertThat(list.count(InboxFilter.of(View.ALL).where(last.where()), many, 501)).isEqualTo(11);
        assertThat(list.count(last, AMY, 501)).as("in a queue that is not hers").isZero();
    }

    @Test
    void values_of_recorded_work_are_columns_and_conditions() {
        TicketId ticket = steps.add("v-work", "view-q", "LOW", Duration.ofHours(1));
        work(ticket, "vendor", "Sharma & Sons");
        work(ticket, "total", "12500.50");

        assertThat(list.find("v-work").orElseThrow().details().work())
                .containsEntry("vendor", List.of("Sharma & Sons"))
                .containsEntry("total", List.of("12500.50"));
        assertThat(ids(View.QUEUE, "{\"field\":\"work.vendor\",\"op\":\"contains\",\"values\":[\"sharma\"]}", AMY))
                .containsExactly("v-work");
        assertThat(ids(View.QUEUE, "{\"field\":\"work.vendor\",\"op\":\"is\",\"values\":[\"nobody\",\"Sharma & Sons\"]}", AMY))
                .containsExactly("v-work");
        assertThat(ids(View.QUEUE, "{\"field\":\"work.vendor\",\"op\":\"is\",\"values\":[\"Sharma\"]}", AMY)).isEmpty();
        assertThat(ids(View.QUEUE, "{\"field\":\"work.vendor\",\"op\":\"isNot\",\"values\":[\"Sharma & Sons\"]}", AMY))
                .doesNotContain("v-work")
                .contains("v-due");
        assertThat(ids(View.QUEUE, "{\"field\":\"work.total\",\"op\":\"moreThan\",\"values\":[\"12,500\"]}", AMY))
                .containsExactly("v-work");
        assertThat(ids(View.QUEUE, "{\"field\":\"work.total\",\"op\":\"lessThan\",\"values\":[\"12500\"]}", AMY)).isEmpty();
        assertThat(ids(View.QUEUE, "{\"field\":\"work.vendor\",\"op\":\"moreThan\",\"values\":[\"1\"]}", AMY))
                .as("text is not compared by size, and is no fault either")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "not json", "[]", "{}", "{\"field\":\"1=1; drop table ticket\",\"op\":\"is\",\"values\":[\"x\"]}",
        "{\"field\":\"i.queue) or (1=1\",\"op\":\"is\",\"values\":[\"x\"]}",
        "{\"field\":\"work.x') or 1=1 --\",\"op\":\"is\",\"values\":[\"x\"]}",
        "{\"field\":\"queue\",\"op\":\"is) or (1=1\",\"values\":[\"x\"]}",
        "{\"field\":\"queue\",\"op\":\"within\",\"values\":[\"4 hours\"]}", "{\"field\":\"queue\",\"op\":\"is\"}",
        "{\"field\":\"due\",\"op\":\"within\",\"values\":[\"4 hours'; select pg_sleep(9)\"]}",
        "{\"field\":\"due\",\"op\":\"within\",\"values\":[\"99999999 weeks\"]}",
        "{\"field\":\"due\",\"op\":\"before\",\"values\":[\"0000-00-00\"]}",
        "{\"field\":\"due\",\"op\":\"before\",\"values\":[\"+999999999-01-01\"]}",
        "{\"field\":\"work.total\",\"op\":\"moreThan\",\"values\":[\"1e999\"]}",
        "{\"field\":\"subject\",\"op\":\"contains\",\"values\":[\"a\\u0000b\"]}",
        "{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[]}]}]}]}]}]}]}]}]}]}"
    })
    void what_is_no_condition_is_refused_in_words(String hostile) {
        assertThatThrownBy(() -> ids(View.QUEUE, hostile, AMY)).isInstanceOf(TicketRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or '1'='1", "x\"; drop table ticket; --", "%", "_", "\\", "$1", "?", "{\"all\":[]}", "😀‮"})
    void what_people_write_is_only_ever_compared(String hostile) {
        String value = com.fasterxml.jackson.databind.node.TextNode.valueOf(hostile).toString();

        assertThat(ids(View.QUEUE, "{\"field\":\"subject\",\"op\":\"contains\",\"values\":[" + value + "]}", AMY)).isEmpty();
        assertThat(ids(View.QUEUE, "{\"field\":\"queue\",\"op\":\"is\",\"values\":[" + value + "]}", AMY)).isEmpty();
        assertThat(ids(View.QUEUE, "{\"field\":\"work.vendor\",\"op\":\"is\",\"values\":[" + value + "]}", AMY)).isEmpty();
    }

    @Test
    void conditions_are_written_as_they_were_read() {
        String json = "{\"all\":[{\"not\":{\"any\":[{\"field\":\"due\",\"op\":\"within\",\"values\":[\"4 hours\"]}]}},"
                + "{\"field\":\"work.vendor\",\"op\":\"isNot\",\"values\":[\"A\",\"B\"]}]}";

        assertThat(ConditionJson.write(ConditionJson.read(json))).isEqualTo(json);
    }

    @Test
    void a_clients_person_can_neither_ask_by_conditions_nor_use_views() {
        LoggedIn.as(MEERA);

        assertThatThrownBy(() -> ids(View.QUEUE, "{\"field\":\"mood\",\"op\":\"is\",\"values\":[\"angry\"]}", MEERA))
                .isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.of(MEERA)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.save(view("Mine", null, null), MEERA)).isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_view_is_its_owners_until_it_is_shared_with_a_queue_or_a_role() {
        SavedView own = views.save(view("Own", null, null), AMY);
        SavedView queue = views.save(view("For the queue", null, "view-q"), AMY);
        SavedView role = views.save(view("For supervisors", "SUPERVISOR", null), AMY);

        assertThat(names(AMY)).contains("Own", "For the queue", "For supervisors");
        assertThat(names(VIK)).contains("For the queue").doesNotContain("Own", "For supervisors");
        assertThat(names(ZOE)).doesNotContain("For the queue", "Own", "For supervisors");
        assertThat(names(BOSS)).contains("For supervisors").doesNotContain("Own", "For the queue");
        assertThat(views.find(own.code(), VIK)).isEmpty();
        assertThat(views.find(queue.code(), VIK).orElseThrow().condition()).isEqualTo(queue.condition());
        assertThatThrownBy(() -> views.delete(queue.id(), VIK)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.save(new SavedView(role.id(), "", "view-vik", "Stolen", View.ALL, null,
                        InboxOrder.SLACK, false, SavedView.USUAL_COLUMNS, null, null), VIK))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_deleted_view_comes_back() {
        SavedView view = views.save(view("Gone", null, null), AMY);
        views.delete(view.id(), AMY);
        assertThat(names(AMY)).doesNotContain("Gone");

        views.restore(view.id(), AMY);

        assertThat(names(AMY)).contains("Gone");
    }

    @Test
    void a_view_that_cannot_be_is_refused_in_words() {
        assertThatThrownBy(() -> views.save(view(" ", null, null), AMY)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.save(view("x".repeat(81), null, null), AMY)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.save(view("x", "CLIENT", null), AMY)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.save(view("x", null, "view-other"), AMY)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.save(columns("password"), AMY)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> views.save(new SavedView(null, "", "", "All", View.EVERY, null, InboxOrder.SLACK, false,
                        SavedView.USUAL_COLUMNS, null, null), AMY))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("supervisor");
    }

    @Test
    void counts_stop_at_five_hundred() {
        InboxCounts counts = new InboxCounts(list);
        assertThat(counts.of(InboxFilter.of(View.QUEUE), AMY)).isEqualTo("3");

        Scope.system(() -> OpenSteps.JDBC.sql("""
                        insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue)
                        select 'many-' || n, ticket_id, client_id, step, name, form, 'view-many'
                        from inbox_item, generate_series(1, 600) n where task_id = 'v-new'""")
                .update());

        assertThat(counts.of(InboxFilter.of(View.QUEUE), agent("view-many", Set.of("view-many")))).isEqualTo("500+");
    }

    private List<String> ids(View whose, String json, CurrentUser who) {
        return list.page(InboxFilter.of(whose).where(ConditionJson.read(json)), who, null, 50).items().stream()
                .map(InboxItem::taskId)
                .toList();
    }

    private List<String> names(CurrentUser who) {
        return views.of(who).stream().map(SavedView::name).toList();
    }

    private static SavedView view(String name, String role, String queue) {
        return new SavedView(null, "", "", name, View.ALL,
                new Condition.Test("due", Condition.Op.WITHIN, List.of("4 hours")), InboxOrder.SLACK, false,
                SavedView.USUAL_COLUMNS, role, queue);
    }

    private static SavedView columns(String column) {
        return new SavedView(null, "", "", "Columns", View.ALL, null, InboxOrder.SLACK, false, List.of(column), null, null);
    }

    private static void work(TicketId ticket, String field, String value) {
        Scope.system(() -> {
            OpenSteps.JDBC.sql("""
                            insert into work_item (id, ticket_id, client_id, position, type, state, created_at)
                            values (?, ?, 'views', 1, 'invoice', 'RECORDED', now()) on conflict do nothing""")
                    .params(ticket.value(), ticket.value())
                    .update();
            OpenSteps.JDBC.sql("""
                            insert into work_field (item_id, client_id, name, version, position, value, agent, at)
                            values (?, 'views', ?, 1, 0, ?, 'x', now())""")
                    .params(ticket.value(), field, value)
                    .update();
        });
    }

    private static CurrentUser agent(String login, Set<String> queues) {
        return new CurrentUser(login, login, Set.of(Role.AGENT), null, queues);
    }
}
