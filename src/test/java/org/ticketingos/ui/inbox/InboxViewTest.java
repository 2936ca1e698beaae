package org.ticketingos.ui.inbox;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.ticketingos.ui.Screen.show;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.sla.ClockProjection;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ui.Screen;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.InboxNews;

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
    void a_clock_is_told_in_words_and_not_by_colour_alone() {
        assertThat(SlaBand.words(clock("RUNNING", 240, 185))).isEqualTo("3 h 05 min left");
        assertThat(SlaBand.words(clock("BREACHED", 240, -40))).isEqualTo("40 min late");
        assertThat(SlaBand.words(clock("PAUSED", 240, 60))).isEqualTo("Paused, 1 h left");
        assertThat(SlaBand.tone(clock("RUNNING", 240, 185))).isNotEqualTo(SlaBand.tone(clock("RUNNING", 240, 30)));
    }

    private static ClockView clock(String state, int target, int remaining) {
        return new ClockView("resolution", Duration.ofMinutes(target), Duration.ofMinutes(target - remaining),
                Duration.ofMinutes(remaining), NOW, state.equals("PAUSED"), state, "standard");
    }

    private static InboxItem item(int number, String assignee) {
        return new InboxItem(
                "task-" + number, TicketId.next(NOW), new TicketNumber("T-" + (2000 + number)), new ClientId("acme"),
                "Acme Traders", "Invoices of March", "data-entry", Priority.NORMAL, "validate-fields",
                "Validate the fields", "data-entry-validate-fields", "data-entry", assignee, NOW, NOW, NOW);
    }
}
