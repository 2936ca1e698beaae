package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.InboxFilter.View;

class InboxListTest {

    private static final CurrentUser AMY = agent("amy", Set.of("slack-a", "slack-b"));
    private static final CurrentUser BOSS =
            new CurrentUser("boss", "Boss", Set.of(Role.SUPERVISOR), null, Set.of("supervisors"));

    private final OpenSteps steps = new OpenSteps("slack");
    private final InboxList list = new InboxList(OpenSteps.JDBC, OpenSteps.CLOCK);

    @BeforeEach
    void empty_queues() {
        Scope.system(() -> {
            for (String table : List.of("inbox_item", "ticket_clock")) {
                OpenSteps.JDBC.sql("delete from " + table + " where client_id = 'slack'").update();
            }
        });
        LoggedIn.as(AMY);
    }

    @AfterEach
    void log_out() {
        LoggedIn.nobody();
    }

    /** Service desk 3.3: A 60 left, p80 20; B 45, 40; C breached by 10, p80 15; D 300, 30. */
    @Test
    void the_order_is_breached_first_then_slack() {
        clocked("A", 60, 20);
        clocked("B", 45, 40);
        clocked("C", -10, 15);
        clocked("D", 300, 30);

        assertThat(ids(InboxFilter.of(View.QUEUE))).containsExactly("C", "B", "A", "D");
    }

    @Test
    void a_broken_promise_comes_before_one_with_less_slack_that_can_still_be_kept() {
        clocked("long work, not breached", 30, 600);
        clocked("short work, breached", -1, 5);

        assertThat(ids(InboxFilter.of(View.QUEUE))).containsExactly("short work, breached", "long work, not breached");
    }

    @Test
    void with_equal_slack_priority_decides_then_age_then_the_id() {
        for (String[] one : List.of(new String[] {"b", "LOW"}, new String[] {"a", "CRITICAL"}, new String[] {"c", "NORMAL"})) {
            steps.clock(steps.add(one[0], "slack-a", one[1], Duration.ofHours(1)), Duration.ofHours(2), Duration.ZERO);
        }
        steps.clock(steps.add("z older", "slack-b", "LOW", Duration.ofHours(3)), Duration.ofHours(2), Duration.ZERO);
        steps.clock(steps.add("b again", "slack-b", "LOW", Duration.ofHours(1)), Duration.ofHours(2), Duration.ZERO);

        assertThat(ids(InboxFilter.of(View.QUEUE))).containsExactly("a", "c", "z older", "b", "b again");
    }

    @Test
    void what_is_paused_comes_last_and_what_has_no_clock_yet_stands_four_hours_after_its_arrival() {
        steps.clock(steps.add("paused", "slack-a", "CRITICAL", Duration.ofDays(9)), null, Duration.ZERO);
        steps.add("new, one hour old", "slack-a", "NORMAL", Duration.ofHours(1));
        clocked("two hours of slack", 140, 20);
        clocked("five hours of slack", 320, 20);

        assertThat(ids(InboxFilter.of(View.QUEUE)))
                .containsExactly("two hours of slack", "new, one hour old", "five hours of slack", "paused");
    }

    @Test
    void a_promise_that_breaks_while_the_step_waits_moves_it_to_the_front() {
        clocked("soon late", 5, 0);
        clocked("little slack", 300, 299);
        assertThat(ids(InboxFilter.of(View.QUEUE))).containsExactly("little slack", "soon late");

        steps.projection(OpenSteps.NOW.plusSeconds(301)).breaches();

        assertThat(ids(InboxFilter.of(View.QUEUE))).containsExactly("soon late", "little slack");
    }

    @Test
    void a_changed_priority_or_owner_of_the_ticket_shows_in_its_steps_at_once() {
        TicketId id = steps.add("changing", "slack-a", "LOW", Duration.ofHours(1));

        Scope.system(() -> OpenSteps.JDBC.sql("update ticket set priority = 'CRITICAL', owner = 'zoe' where id = ?")
                .param(id.value())
                .update());

        InboxItem item = list.find("changing").orElseThrow();
        assertThat(item.priority().name()).isEqualTo("CRITICAL");
        assertThat(item.details().owner()).isEqualTo("zoe");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_order_pages_through_all_rows_once_in_both_directions(InboxOrder order) {
        for (int i = 0; i < 23; i++) {
            TicketId id = steps.add("s" + i, i % 2 == 0 ? "slack-a" : "slack-b", i % 3 == 0 ? "HIGH" : "LOW",
                    Duration.ofMinutes(i % 5));
            if (i % 4 != 0) {
                steps.clock(id, i % 7 == 0 ? null : Duration.ofMinutes(i % 6 - 2), Duration.ofMinutes(3));
            }
        }
        InboxFilter filter = InboxFilter.of(View.QUEUE).by(order, false);

        List<String> inOne = ids(filter);
        assertThat(inOne).hasSize(23).doesNotHaveDuplicates();
        assertThat(paged(filter)).isEqualTo(inOne);
        assertThat(paged(filter.by(order, true))).isEqualTo(reversed(inOne));
    }

    @Test
    void mine_and_my_queues_are_kept_apart_and_what_colleagues_have_shows_under_all() {
        steps.add("free", "slack-a", "LOW", Duration.ofHours(4));
        taken("mine", "slack-b", "amy");
        taken("mine, of a queue that is not", "slack-z", "amy");
        taken("hers", "slack-a", "zoe");
        steps.add("elsewhere", "slack-z", "LOW", Duration.ofHours(1));

        assertThat(ids(InboxFilter.of(View.MINE))).containsExactly("mine", "mine, of a queue that is not");
        assertThat(ids(InboxFilter.of(View.QUEUE))).containsExactly("free");
        assertThat(ids(InboxFilter.of(View.ALL)))
                .containsExactlyInAnyOrder("free", "mine", "mine, of a queue that is not", "hers");
        assertThat(list.among(InboxFilter.of(View.ALL), AMY, List.of("free", "hers", "elsewhere", "gone")))
                .extracting(InboxItem::taskId)
                .containsExactlyInAnyOrder("free", "hers");
        assertThat(list.among(InboxFilter.of(View.QUEUE), AMY, List.of("free", "hers", "elsewhere")))
                .extracting(InboxItem::taskId)
                .containsExactly("free");
        assertThat(list.count(InboxFilter.of(View.ALL), AMY, 100)).isEqualTo(4);
        assertThat(list.count(InboxFilter.of(View.ALL), AMY, 3)).as("counted no further").isEqualTo(3);
    }

    @Test
    void a_supervisor_sees_every_queue_and_nobody_else_does() {
        steps.add("elsewhere", "slack-z", "LOW", Duration.ofHours(1));

        assertThatThrownBy(() -> ids(InboxFilter.of(View.EVERY))).isInstanceOf(TicketRefused.class);

        LoggedIn.as(BOSS);
        assertThat(list.page(InboxFilter.of(View.EVERY), BOSS, null, 200).items())
                .extracting(InboxItem::taskId)
                .contains("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "U0xBQ0sffB9h", "U0xBQ0sfMB9ub3Qgb25lHzIfbm90IG9uZR9h", "4pyT"})
    void a_page_mark_that_is_not_ours_is_refused_in_words(String mark) {
        assertThatThrownBy(() -> list.page(InboxFilter.of(View.QUEUE), AMY, mark, 10))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("page mark");
    }

    private void clocked(String name, long minutesLeft, long p80) {
        steps.clock(steps.add(name, "slack-a", "NORMAL", Duration.ofHours(5)), Duration.ofMinutes(minutesLeft),
                Duration.ofMinutes(p80));
    }

    private void taken(String name, String queue, String login) {
        steps.add(name, queue, "LOW", Duration.ofHours(2));
        Scope.system(() -> OpenSteps.JDBC.sql("update inbox_item set assignee = ? where task_id = ?")
                .params(login, name)
                .update());
    }

    private List<String> ids(InboxFilter filter) {
        return list.page(filter, AMY, null, 200).items().stream().map(InboxItem::taskId).toList();
    }

    private List<String> paged(InboxFilter filter) {
        List<String> all = new ArrayList<>();
        String mark = null;
        do {
            Page<InboxItem> page = list.page(filter, AMY, mark, 4);
            page.items().forEach(item -> all.add(item.taskId()));
            mark = page.next();
        } while (mark != null);
        return all;
    }

    private static List<String> reversed(List<String> list) {
        List<String> reversed = new ArrayList<>(list);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static CurrentUser agent(String login, Set<String> queues) {
        return new CurrentUser(login, login, Set.of(Role.AGENT), null, queues);
    }
}
