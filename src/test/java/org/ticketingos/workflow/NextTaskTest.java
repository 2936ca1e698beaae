package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.Wired;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class NextTaskTest {

    private static final Decision TABLE = Decision.of("stages/next-task");
    private static final CurrentUser AMY = agent("next-amy");
    private static final CurrentUser VIK = agent("next-vik");
    private static AnnotationConfigApplicationContext context;

    private final OpenSteps steps = new OpenSteps("next");
    private final TaskService tasks = mock();
    private final Tickets tickets = context.getBean(Tickets.class);
    private final InboxList list = new InboxList(OpenSteps.JDBC, OpenSteps.CLOCK);
    private final Users users = mock();
    private final WorkOffers offers = new WorkOffers(OpenSteps.JDBC, OpenSteps.CLOCK);
    private final Holding holding = new Holding(
            OpenSteps.JDBC, tasks, users, new Walls(OpenSteps.JDBC), new Fit(List.of()),
            context.getBean(TransactionTemplate.class));
    private final NextTask next = new NextTask(
            list, holding, offers, (table, facts) -> TABLE.answer(facts), tickets, OpenSteps.CLOCK);

    @BeforeAll
    static void house() {
        context = Wired.modules("org.ticketingos.ticket", "org.ticketingos.client");
        context.refresh();
        context.getBean(Wired.Hands.class).set(OpenSteps.NOW);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void empty_queue_and_an_engine_that_only_assigns() {
        Scope.system(() -> {
            OpenSteps.JDBC.sql("delete from work_offer where client_id like 'next%'").update();
            OpenSteps.JDBC.sql("delete from inbox_item where client_id like 'next%'").update();
            OpenSteps.JDBC.sql("delete from ticket_clock where client_id like 'next%'").update();
            OpenSteps.JDBC.sql("delete from agent_wall where client_id like 'next%'").update();
        });
        doAnswer(call -> OpenSteps.JDBC.sql("update inbox_item set assignee = ? where task_id = ?")
                        .params(call.<String>getArgument(1), call.<String>getArgument(0))
                        .update())
                .when(tasks)
                .setAssignee(any(), any());
        LoggedIn.as(AMY);
    }

    @AfterEach
    void log_out() {
        LoggedIn.nobody();
    }

    @Test
    void the_step_with_least_slack_is_claimed_and_it_is_said_why() {
        clocked("n-later", 90, 20);
        clocked("n-first", 45, 20);

        NextTask.Offer offer = next.take(AMY).orElseThrow();

        assertThat(offer.item().taskId()).isEqualTo("n-first");
        assertThat(offer.item().assignee()).isEqualTo("next-amy");
        assertThat(offer.why()).isEqualTo("Least time left in your queues: it must be begun within 25 min.");
        assertThat(next.why("n-first", AMY)).contains(offer.why());
        assertThat(next.why("n-first", VIK)).isEmpty();
    }

    @Test
    void what_is_begun_is_finished_first_unless_a_promise_is_broken() {
        clocked("n-one", 45, 20);
        assertThat(taken(AMY)).isEqualTo("n-one");
        clocked("n-sooner", 30, 29);
        assertThat(taken(AMY)).isEqualTo("n-one");

        clocked("n-late", -5, 10);
        assertThat(taken(AMY)).isEqualTo("n-late");
    }

    @Test
    void the_table_decides_over_the_order_of_slack() {
        new OpenSteps("next-other");
        clocked("n-two-hours", 120, 0);
        OpenSteps other = new OpenSteps("next-other");
        other.clock(other.add("n-two-hours-and-a-half", "next-q", "NORMAL", Duration.ofHours(1)),
                Duration.ofMinutes(150), Duration.ZERO);
        other.clock(other.add("n-first", "next-q", "NORMAL", Duration.ofHours(1)), Duration.ofMinutes(5), Duration.ZERO);
        assertThat(taken(AMY)).isEqualTo("n-first");
        Scope.system(() -> OpenSteps.JDBC.sql("delete from inbox_item where task_id = 'n-first'").update());

        NextTask.Offer same = next.take(AMY).orElseThrow();

        assertThat(same.item().taskId()).as("the same client as before").isEqualTo("n-two-hours-and-a-half");
        assertThat(same.why()).startsWith("It is for the client you have just worked for");
    }

    @Test
    void of_two_people_asking_at_once_a_thousand_times_nobody_ever_gets_the_others_step() throws Exception {
        int races = 1000;
        for (int i = 0; i < races; i++) {
            steps.add("race-" + i, "next-q", "NORMAL", Duration.ofMinutes(i));
        }
        List<CurrentUser> people = List.of(agent("racer-0"), agent("racer-1"), agent("racer-2"), agent("racer-3"));
        ConcurrentLinkedQueue<String> got = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(people.size());
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        List<Future<?>> running = new ArrayList<>();
        for (CurrentUser person : people) {
            running.add(threads.submit(() -> {
                LoggedIn.as(person);
                start.await();
                for (int i = 0; i < races / people.size(); i++) {
                    InboxItem item = next.take(person).orElseThrow().item();
                    assertThat(item.assignee()).isEqualTo(person.login());
                    got.add(item.taskId());
                    Scope.system(() -> OpenSteps.JDBC.sql("update inbox_item set queue = null, assignee = 'done' where task_id = ?")
                            .param(item.taskId())
                            .update());
                }
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();

        assertThat(got).hasSize(races).doesNotHaveDuplicates();
    }

    @Test
    void the_loser_of_a_race_for_one_step_is_told_who_won() {
        clocked("n-one", 45, 20);
        InboxItem item = list.find("n-one").orElseThrow();
        assertThat(next.take(VIK)).isPresent();

        org.mockito.Mockito.when(users.find("next-vik")).thenReturn(Optional.of(new Users.User(
                "next-vik", "Vikram Iyer", "v@x", Set.of(Role.AGENT), null, Set.of("next-q"), true)));

        assertThatThrownBy(() -> holding.take(item, AMY))
                .isInstanceOf(AlreadyTaken.class)
                .hasMessage("Vikram Iyer already has this step. Take the next one instead.")
                .extracting(refused -> ((AlreadyTaken) refused).winner())
                .isEqualTo("next-vik");
    }

    @Test
    void what_was_skipped_with_a_reason_goes_to_others_and_not_to_the_same_person() {
        clocked("n-one", 45, 20);
        clocked("n-two", 100, 20);
        TicketId ticket = next.take(AMY).orElseThrow().item().ticketId();

        next.skip("n-one", SkipReason.LANGUAGE, "It is in Tamil.", AMY);

        assertThat(taken(AMY)).isEqualTo("n-two");
        assertThat(taken(VIK)).isEqualTo("n-one");
        assertThat(history(ticket)).extracting(RecordedEvent::kind)
                .containsExactly("step-skipped");
        WorkOffers.Skip skip = Scope.system(() -> offers.skips("next-amy", OpenSteps.NOW.minusSeconds(1))).stream()
                .findFirst()
                .orElseThrow();
        assertThat(Scope.system(() -> offers.skips("next-vik", OpenSteps.NOW.minusSeconds(1)))).isEmpty();
        assertThat(skip.note()).isEqualTo("It is in Tamil.");
        assertThat(skip.reason()).isEqualTo(SkipReason.LANGUAGE.label());
    }

    @Test
    void a_skip_needs_the_step_and_a_reason_that_says_something() {
        clocked("n-one", 45, 20);

        assertThatThrownBy(() -> next.skip("n-one", SkipReason.SKILL, null, AMY))
                .isInstanceOf(TicketRefused.class)
                .hasMessage("You do not have this step.");
        next.take(AMY);
        assertThatThrownBy(() -> next.skip("n-one", SkipReason.OTHER, " ", AMY))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("note");
        assertThatThrownBy(() -> next.skip("n-one", SkipReason.OTHER, "x".repeat(1001), AMY))
                .isInstanceOf(TicketRefused.class);
        assertThat(list.find("n-one").orElseThrow().assignee()).isEqualTo("next-amy");
    }

    @Test
    void a_client_somebody_is_kept_apart_from_is_neither_listed_nor_offered_nor_given() {
        OpenSteps rival = new OpenSteps("next-rival");
        rival.add("n-rival", "next-q", "CRITICAL", Duration.ofDays(3));
        Scope.system(() -> {
            OpenSteps.JDBC.sql("insert into agent (login, name, capacity, languages, joined_on) values ('next-amy', 'Amy', 4, '{en}', '2026-01-01') on conflict do nothing").update();
            OpenSteps.JDBC.sql("insert into agent_wall (login, client_id, reason) values ('next-amy', 'next-rival', 'competitor')").update();
        });
        InboxItem item = list.find("n-rival").orElseThrow();

        assertThat(next.take(AMY)).isEmpty();
        assertThat(list.page(InboxFilter.of(InboxFilter.View.ALL), AMY, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> holding.take(item, AMY)).isInstanceOf(TicketRefused.class);
        assertThat(taken(VIK)).isEqualTo("n-rival");
    }

    /** Offered 20 and 40 minutes; one took both, the other skipped the long one for the short one. */
    @Test
    void the_handling_time_of_what_is_taken_is_held_against_what_was_offered() {
        handling(clocked("n-long", 45, 40), 40);
        handling(clocked("n-short", 60, 20), 20);
        next.take(AMY);
        next.skip("n-long", SkipReason.SKILL, null, AMY);
        next.take(AMY);
        next.take(VIK);

        Map<String, Double> ratios = new java.util.HashMap<>();
        Scope.system(() -> offers.since(OpenSteps.NOW.minusSeconds(1)))
                .forEach(one -> ratios.put(one.login(), one.ratio()));

        assertThat(ratios.get("next-amy")).isCloseTo(20 / 30.0, org.assertj.core.data.Offset.offset(0.01));
        assertThat(ratios.get("next-vik")).isEqualTo(1.0);
        assertThat(new WorkOffers.Fairness("x", 1, 1, 0, 0, 0.89).isAlarming()).isTrue();
        assertThat(new WorkOffers.Fairness("x", 1, 1, 0, 0, 0.9).isAlarming()).isFalse();
        assertThat(new WorkOffers.Fairness("x", 1, 1, 0, 0, 1.11).isAlarming()).isTrue();
    }

    private static void handling(TicketId ticket, int minutes) {
        Scope.system(() -> OpenSteps.JDBC.sql("update inbox_item set p80_minutes = ? where ticket_id = ?")
                .params(minutes, ticket.value())
                .update());
    }

    private List<RecordedEvent> history(TicketId ticket) {
        return tickets.history(ticket);
    }

    private String taken(CurrentUser who) {
        return next.take(who).map(offer -> offer.item().taskId()).orElse("nothing");
    }

    private TicketId clocked(String name, long minutesLeft, long p80) {
        TicketId ticket = steps.add(name, "next-q", "NORMAL", Duration.ofHours(5));
        steps.clock(ticket, Duration.ofMinutes(minutesLeft), Duration.ofMinutes(p80));
        return ticket;
    }

    private static CurrentUser agent(String login) {
        return new CurrentUser(login, login, Set.of(Role.AGENT), null, Set.of("next-q"));
    }
}
