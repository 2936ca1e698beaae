package org.ticketingos.ui.inbox;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.ticketingos.ui.Screen.show;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.sla.ClockProjection;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ui.Screen;
import org.ticketingos.ui.shell.Presence;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxCounts;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.InboxNews;
import org.ticketingos.workflow.InboxOrder;
import org.ticketingos.workflow.InboxViews;
import org.ticketingos.workflow.SavedView;
import org.ticketingos.workflow.StepNews;

class InboxViewTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private static final Instant NOW = Instant.parse("2026-01-21T10:00:00Z");
    private static final CurrentUser AMY =
            new CurrentUser("agent", "Amy", Set.of(Role.AGENT), null, Set.of("data-entry"));

    private final Inbox inbox = mock();
    private final ClockProjection clocks = mock();
    private final InboxNews news = new InboxNews();

    @BeforeEach
    void amy_is_logged_in() {
        LoggedIn.as(AMY);
        when(clocks.of(any())).thenReturn(Map.of());
    }

    @Test
    void a_long_list_is_fetched_page_by_page_and_never_counted() {
        List<Integer> asked = new ArrayList<>();
        when(inbox.items(any(), eq(AMY), any(), anyInt())).thenAnswer(call -> {
            String cursor = call.getArgument(2);
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            int size = call.getArgument(3);
            asked.add(size);
            List<InboxItem> items = new ArrayList<>();
            for (int i = from; i < Math.min(500, from + size); i++) {
                items.add(item(i, null));
            }
            return new Page<>(items, from + size < 500 ? Integer.toString(from + size) : null);
        });
        WorkList list = show(new WorkList(inbox, clocks, Clock.fixed(NOW, ZoneOffset.UTC), news));

        list.show(InboxFilter.of(InboxFilter.View.ALL));

        assertThat(list.getGenericDataView().getItem(120).item().number()).isEqualTo(new TicketNumber("T-2120"));
        assertThat(asked).allMatch(size -> size <= 200);
    }

    @Test
    void an_empty_list_says_what_that_means() {
        when(inbox.items(any(), eq(AMY), any(), anyInt())).thenReturn(new Page<>(List.of(), null));
        WorkList list = show(new WorkList(inbox, clocks, Clock.fixed(NOW, ZoneOffset.UTC), news));

        list.show(InboxFilter.of(InboxFilter.View.QUEUE));

        assertThat(_size(list)).isZero();
        assertThat(_get(Span.class, spec -> spec.withText("Your queues are empty.")).isVisible()).isTrue();
    }

    @Test
    void taking_a_step_claims_it_for_me() {
        when(inbox.items(any(), eq(AMY), any(), anyInt())).thenReturn(new Page<>(List.of(item(1, null)), null));
        List<InboxItem> opened = new ArrayList<>();
        WorkList list = show(new WorkList(inbox, clocks, Clock.fixed(NOW, ZoneOffset.UTC), news));
        list.opens("tickets/", opened::add);
        list.show(InboxFilter.of(InboxFilter.View.ALL));

        list.take(item(1, null));

        verify(inbox).claim("task-1", AMY);
        assertThat(opened).extracting(InboxItem::taskId).containsExactly("task-1");
    }

    @Test
    void a_step_taken_by_a_colleague_says_so_in_its_place_and_new_ones_are_counted_not_shown() {
        when(inbox.items(any(), eq(AMY), any(), anyInt())).thenReturn(new Page<>(List.of(item(1, null), item(2, null)), null));
        WorkList list = show(new WorkList(inbox, clocks, Clock.fixed(NOW, ZoneOffset.UTC), news));
        list.show(InboxFilter.of(InboxFilter.View.QUEUE));
        assertThat(_size(list)).isEqualTo(2);
        when(inbox.among(any(), eq(AMY), any())).thenReturn(List.of(item(3, null)));
        when(inbox.find("task-1", AMY)).thenReturn(Optional.of(item(1, "vik")));

        StepNews.tell(news, "task-1", "data-entry");
        StepNews.tell(news, "task-3", "data-entry");
        StepNews.tell(news, "task-9", "another queue");
        list.news().look();

        assertThat(list.shown().get("task-1").gone()).isEqualTo("With vik");
        assertThat(list.shown().get("task-2").gone()).isNull();
        assertThat(list.news().fresh()).isEqualTo(1);
        assertThat(list.news().gone()).isEqualTo(1);
        assertThat(_size(list)).as("nothing moves").isEqualTo(2);
        verify(inbox, never()).among(any(), any(), argThat(asked -> asked.contains("task-9")));
    }

    @Test
    void nothing_is_asked_while_nothing_has_happened() {
        when(inbox.items(any(), eq(AMY), any(), anyInt())).thenReturn(new Page<>(List.of(item(1, null)), null));
        WorkList list = show(new WorkList(inbox, clocks, Clock.fixed(NOW, ZoneOffset.UTC), news));
        list.show(InboxFilter.of(InboxFilter.View.QUEUE));

        list.news().look();

        verify(inbox, never()).among(any(), any(), any());
    }

    @Test
    void a_row_says_who_has_its_ticket_open() {
        when(inbox.items(any(), eq(AMY), any(), anyInt())).thenReturn(new Page<>(List.of(item(1, null)), null));
        WorkList list = show(new WorkList(inbox, clocks, Clock.fixed(NOW, ZoneOffset.UTC), news));
        InboxItem item = item(1, null);
        UI elsewhere = new UI();
        Presence.enter(elsewhere, item.ticketId(),
                new CurrentUser("vik", "Vikram Iyer", Set.of(Role.AGENT), null, Set.of()));

        WorkList.Line line = new WorkList.Line(item, List.of(), null);
        List<String> reading = list.present(line, false);
        List<String> writing = list.present(line, true);
        Presence.leave(elsewhere);

        assertThat(reading).containsExactly("Vikram Iyer");
        assertThat(writing).isEmpty();
        assertThat(list.present(line, false)).isEmpty();
    }

    @Test
    void the_whole_inbox_opens_for_agent_and_supervisor() {
        when(inbox.items(any(), any(), any(), anyInt())).thenReturn(new Page<>(List.of(item(1, null)), null));
        InboxViews views = mock();
        SavedView all = new SavedView(null, "all", "", "Everything for me", InboxFilter.View.ALL, null, InboxOrder.SLACK,
                false, SavedView.USUAL_COLUMNS, null, null);
        when(views.of(any())).thenReturn(List.of(all));
        InboxCounts counts = mock();
        when(counts.of(any(), any())).thenReturn("500+");
        Clients clients = mock();
        InboxDesk desk = new InboxDesk(inbox, mock(), views, counts, mock(), clients, mock());
        WorkList list = new WorkList(inbox, clocks, Clock.fixed(NOW, ZoneOffset.UTC), news);
        InboxView view = show(new InboxView(desk, list));
        list.show(InboxFilter.of(InboxFilter.View.ALL));

        list.select(list.getGenericDataView().getItem(0));

        assertThat(_find(view, BulkBar.class).get(0).isVisible()).isTrue();
        assertThat(_find(view, NewsBar.class)).as("nothing new, nothing said").isEmpty();
    }

    @Test
    void a_clock_is_told_in_words_and_not_by_colour_alone() {
        assertThat(SlaBand.words(clock("RUNNING", 240, 185))).isEqualTo("3 h 05 min left");
        assertThat(SlaBand.words(clock("BREACHED", 240, -40))).isEqualTo("40 min late");
        assertThat(SlaBand.words(clock("PAUSED", 240, 60))).isEqualTo("Paused, 1 h left");
        assertThat(SlaBand.tone(clock("RUNNING", 240, 185))).isNotEqualTo(SlaBand.tone(clock("RUNNING", 240, 30)));
    }

    @Test
    void a_row_says_that_its_promise_will_probably_be_broken_before_it_is() {
        InboxItem tight = standing(new InboxItem.Standing(NOW.minusSeconds(60), false, false, 40), null);

        assertThat(SlaBand.forecast(tight, NOW)).get().asString().contains("40 min");
        assertThat(SlaBand.forecast(tight, NOW.minusSeconds(120))).as("there is time left to begin").isEmpty();
        assertThat(SlaBand.forecast(standing(tight.standing(), "amy"), NOW)).as("somebody has begun").isEmpty();
        assertThat(SlaBand.forecast(standing(new InboxItem.Standing(NOW.minusSeconds(60), true, false, 40), null), NOW))
                .as("broken already")
                .isEmpty();
    }

    private static InboxItem standing(InboxItem.Standing standing, String assignee) {
        InboxItem one = item(1, assignee);
        return new InboxItem(one.taskId(), one.ticketId(), one.number(), one.client(), one.clientName(), one.subject(),
                one.line(), one.priority(), one.step(), one.name(), one.form(), one.queue(), one.assignee(),
                one.dueAt(), one.createdAt(), one.receivedAt(), standing, one.details());
    }

    private static ClockView clock(String state, int target, int remaining) {
        return new ClockView("resolution", "Turnaround", Duration.ofMinutes(target), Duration.ofMinutes(target - remaining),
                Duration.ofMinutes(remaining), NOW, state.equals("PAUSED"), state, "standard");
    }

    private static InboxItem item(int number, String assignee) {
        return new InboxItem(
                "task-" + number, TicketId.next(NOW), new TicketNumber("T-" + (2000 + number)), new ClientId("acme"),
                "Acme Traders", "Invoices of March", "data-entry", Priority.NORMAL, "validate-fields",
                "Validate the fields", "data-entry-validate-fields", "data-entry", assignee, NOW, NOW, NOW);
    }
}
