package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.ClockProjection;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Presence;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.workflow.AlreadyTaken;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.InboxNews;
import org.ticketingos.workflow.InboxOrder;
import org.ticketingos.workflow.SavedView;

/** Open human steps, least slack first, each with the time left on its most pressing clock; kept up to date in place. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class WorkList extends Grid<WorkList.Line> {

    /**
     * An open step with the clocks of its ticket.
     *
     * @param gone what became of it since it was listed; null while it is still there
     */
    public record Line(InboxItem item, List<ClockView> clocks, @Nullable String gone) {}

    /** Rows fetched at once: somewhat more than a screen shows. */
    private static final int ROWS = 30;

    private final transient Inbox inbox;
    private final transient ClockProjection clocks;
    private final transient Clock clock;
    private final transient WorkNews news;
    private final CurrentUser user = CurrentUser.get();
    /** What has been loaded, by step. */
    private final transient Map<String, Line> shown = new LinkedHashMap<>();
    /** The grid names its ticks where no screen reader looks; here each gets its name as the box it is. */
    private static final String NAMED_TICKS = """
            const name = () => this.querySelectorAll('vaadin-checkbox').forEach(box => {
                if (!box.accessibleName) box.accessibleName = box.getAttribute('aria-label') || 'Select this step';
            });
            new MutationObserver(name).observe(this, { childList: true, subtree: true });
            name();
            """;

    private transient Consumer<InboxItem> opened = item -> InboxNavigation.toTicket(item.number());
    private transient BiConsumer<InboxOrder, Boolean> sorted = (order, backwards) -> {};
    private transient InboxFilter filter = InboxFilter.of(InboxFilter.View.ALL);
    private String path = "tickets/";
    private boolean restoring;

    WorkList(Inbox inbox, ClockProjection clocks, Clock clock, InboxNews heard) {
        this.inbox = inbox;
        this.clocks = clocks;
        this.clock = clock;
        this.news = new WorkNews(this, inbox, heard);
        WorkColumns.show(this, SavedView.USUAL_COLUMNS, clock);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        addClassNames("clickable", "work-list");
        setPartNameGenerator(line -> line.gone() == null ? line.item().standing().breached() ? "late" : null : "gone");
        addItemClickListener(click -> opened.accept(click.getItem().item()));
        addSortListener(sort -> {
            if (sort.isFromClient() && !restoring) {
                sorted(sort.getSortOrder());
            }
        });
        setSelectionMode(SelectionMode.NONE);
        setPageSize(ROWS);
        setSizeFull();
    }

    /** Lets rows be selected for doing something to many. */
    void selectable() {
        GridMultiSelectionModel<Line> model = (GridMultiSelectionModel<Line>) setSelectionMode(SelectionMode.MULTI);
        getElement().executeJs(NAMED_TICKS);
        model.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        model.setSelectionColumnFrozen(true);
    }

    /** Sends whoever picks a step to another screen than the ticket's page. */
    public void opens(String path, Consumer<InboxItem> opened) {
        this.path = path;
        this.opened = opened;
    }

    /** Is told which order somebody has chosen by a heading. */
    void onSort(BiConsumer<InboxOrder, Boolean> sorted) {
        this.sorted = sorted;
    }

    WorkNews news() {
        return news;
    }

    String path() {
        return path;
    }

    void columns(List<String> codes) {
        WorkColumns.show(this, codes, clock);
    }

    /** Shows what the filter lets through. */
    public void show(InboxFilter filter) {
        this.filter = filter;
        setEmptyStateComponent(nothing(filter));
        arrow(filter);
        again();
    }

    /** Loads anew, from the start. */
    void again() {
        shown.clear();
        news.begin();
        Paging.feed(this, this::page, line -> line.item().taskId());
    }

    void open(InboxItem item) {
        opened.accept(item);
    }

    InboxFilter filter() {
        return filter;
    }

    Map<String, Line> shown() {
        return shown;
    }

    private void arrow(InboxFilter filter) {
        restoring = true;
        getColumns().stream()
                .filter(column -> filter.order() != InboxOrder.SLACK && sortOf(column).equals(filter.order().name()))
                .findFirst()
                .ifPresentOrElse(
                        column -> sort(List.of(new GridSortOrder<>(
                                column, filter.backwards() ? SortDirection.DESCENDING : SortDirection.ASCENDING))),
                        () -> sort(null));
        restoring = false;
    }

    private static String sortOf(Column<Line> column) {
        return column.getSortOrder(SortDirection.ASCENDING).findFirst().map(order -> order.getSorted()).orElse("");
    }

    private void sorted(List<GridSortOrder<Line>> orders) {
        if (orders.isEmpty()) {
            sorted.accept(InboxOrder.SLACK, false);
        } else {
            GridSortOrder<Line> first = orders.get(0);
            sorted.accept(
                    InboxOrder.valueOf(sortOf(first.getSorted())), first.getDirection() == SortDirection.DESCENDING);
        }
    }

    private static Component nothing(InboxFilter filter) {
        if (filter.narrows()) {
            return new Empty(VaadinIcon.SEARCH, "No step matches this view and these filters.",
                    "Clear a filter or choose another view to see more.");
        }
        return switch (filter.view()) {
            case MINE -> new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, "You have no open task.", "Next task takes the most urgent one.");
            case QUEUE -> new Empty(VaadinIcon.CHECK_CIRCLE_O, "Your queues are empty.", "New work shows up here.");
            case ALL, EVERY -> new Empty(
                    VaadinIcon.CHECK_CIRCLE_O, "Nothing is waiting for you.", "New work shows up here.");
        };
    }

    private Page<Line> page(@Nullable String cursor, int size) {
        Page<InboxItem> page = inbox.items(filter, user, cursor, size);
        return new Page<>(lines(page.items()), page.next());
    }

    /** The steps with their clocks, read at once. */
    List<Line> lines(Collection<InboxItem> items) {
        Map<TicketId, List<ClockView>> views = clocks.of(items.stream().map(InboxItem::ticketId).distinct().toList());
        List<Line> lines = items.stream()
                .map(item -> new Line(item, views.getOrDefault(item.ticketId(), List.of()), null))
                .toList();
        lines.forEach(line -> shown.put(line.item().taskId(), line));
        return lines;
    }

    /** Puts a line in the place of the same step's, without moving anything. */
    void put(Line line) {
        shown.put(line.item().taskId(), line);
        getDataProvider().refreshItem(line);
    }

    /**
     * Who has a step.
     *
     * @param who nothing where the step can be taken
     * @param offer what taking it is called for those who do not see the row; nothing where it cannot be taken
     */
    record Holder(String who, boolean known, String offer) {}

    Holder holder(Line line) {
        InboxItem item = line.item();
        if (line.gone() != null) {
            return new Holder("", true, "");
        }
        if (item.assignee() != null) {
            return new Holder(item.assignee().equals(user.login()) ? "Me" : Who.is(item.assignee()), true, "");
        }
        return item.queue() == null || !user.groups().contains(item.queue())
                ? new Holder("Nobody", false, "")
                : new Holder("", true, "Take " + item.name() + " of " + item.number());
    }

    /** The names of those who have a row's ticket open, apart from this person: who write on it, or who read it. */
    List<String> present(Line line, boolean writing) {
        return line.gone() != null ? List.of() : Presence.others(line.item().ticketId()).stream()
                .filter(here -> here.typing() == writing)
                .map(Presence.Here::name)
                .toList();
    }

    void take(InboxItem item) {
        try {
            inbox.claim(item.taskId(), user);
        } catch (AlreadyTaken taken) {
            news.look();
            Lost.show(taken.getMessage(), () -> InboxNavigation.next(inbox, user)
                    .ifPresentOrElse(opened, () -> Notice.done("Nothing else is waiting in your queues.")));
            return;
        }
        Notice.done(item.number() + " is yours.");
        opened.accept(item);
    }
}
