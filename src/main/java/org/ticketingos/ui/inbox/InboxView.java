package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Client;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Condition;
import org.ticketingos.workflow.ConditionJson;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxOrder;
import org.ticketingos.workflow.InboxViews;
import org.ticketingos.workflow.SavedView;

/** An agent's work: what is mine, what my queues hold, and the one button that says what to do next. */
@Route("inbox")
@Menu(title = "Inbox", icon = "vaadin:inbox", order = 1)
@RolesAllowed({"AGENT", "SUPERVISOR", "FINANCE"})
class InboxView extends Page implements BeforeEnterObserver {

    private static final Duration COUNT_AGAIN = Duration.ofSeconds(15);

    private final transient InboxDesk desk;
    private final List<Client> clients;
    private final Filters filters;
    private final Select<String> queue = new Select<>();
    private final Button filter = new Button("Filter");
    private final ViewTabs tabs;
    private final ViewMenu menu;
    private final NewsBar news;
    private final BulkBar bulk;
    private final WorkList list;
    private transient SavedView view;
    private transient @Nullable Condition condition;
    private transient InboxOrder order = InboxOrder.SLACK;
    private boolean backwards;
    private boolean restoring;

    InboxView(InboxDesk desk, WorkList list) {
        super("Inbox");
        this.desk = desk;
        this.list = list;
        list.selectable();
        this.clients = desk.clients().all();
        this.view = desk.views().of(desk.user()).get(0);
        filters = new Filters(clients, "Number or subject", this::changed);
        tabs = new ViewTabs(desk.counts(), this::choose);
        menu = new ViewMenu(desk, this::asSeen, this::choose);
        news = new NewsBar(list);
        bulk = new BulkBar(desk, list);
        full();
        list.onSort((by, last) -> {
            order = by;
            backwards = last;
            changed();
        });
        actions(next());
        filters.add(queue(), filter(), menu);
        add(tabs, filters, news, list, bulk);
        new ListKeys(list, bulk).bind(this);
        Keys.bind(this, Act.VIEWS, tabs::focusFirst);
        Live.every(this, COUNT_AGAIN, tabs::count);
    }

    private Component next() {
        Button next = new Button("Next task", VaadinIcon.PLAY.create(), click -> takeNext());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        next.setTooltipText("Opens my most urgent step, else takes the most urgent one of my queues (Alt+N)");
        return next;
    }

    private Component queue() {
        queue.setEmptySelectionAllowed(true);
        queue.setEmptySelectionCaption("Any queue");
        queue.setPlaceholder("Any queue");
        queue.setAriaLabel("Queue");
        queue.setItems(desk.queues());
        queue.setItemLabelGenerator(one -> one == null ? "Any queue" : Words.text(one) + " (" + desk.waiting(one) + ")");
        queue.addValueChangeListener(change -> {
            if (!restoring && change.isFromClient()) {
                changed();
            }
        });
        return queue;
    }

    private Component filter() {
        filter.setIcon(VaadinIcon.FILTER.create());
        filter.addClickListener(click -> build());
        filter.setTooltipText(Keys.tip(Act.FILTER));
        Keys.bind(this, Act.FILTER, this::build);
        return filter;
    }

    private void build() {
        new ConditionDialog(desk, condition, built -> {
            condition = built;
            changed();
        }).open();
    }

    private void takeNext() {
        desk.next().take(desk.user()).ifPresentOrElse(
                offer -> InboxNavigation.toTicket(offer.item().number()),
                () -> Notice.done("Nothing is waiting for you or in your queues."));
    }

    private void choose(SavedView chosen) {
        view = chosen;
        condition = chosen.condition();
        order = chosen.order();
        backwards = chosen.backwards();
        changed();
    }

    /** The view as it looks now, with what has been changed since it was saved. */
    private SavedView asSeen() {
        return new SavedView(view.id(), view.code(), view.owner(), view.name(), view.whose(), condition, order,
                backwards, view.columns(), view.sharedRole(), view.sharedQueue());
    }

    private void changed() {
        Map<String, String> address = new HashMap<>(Map.of("view", view.code()));
        boolean same = condition == null ? view.condition() == null : condition.equals(view.condition());
        if (!same) {
            address.put("where", condition == null ? "{\"all\":[]}" : ConditionJson.write(condition));
        }
        if (order != view.order() || backwards != view.backwards()) {
            address.put("sort", (backwards ? "-" : "") + order.name().toLowerCase(Locale.ROOT));
        }
        if (queue.getValue() != null) {
            address.put("queue", queue.getValue());
        }
        QueryParameters where = filters.address(address);
        getUI().ifPresent(ui -> ui.navigate(InboxView.class, where));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        restoring = true;
        filters.restore(address, clients);
        queue.setValue(address.getSingleParameter("queue").filter(desk.queues()::contains).orElse(null));
        restoring = false;
        List<SavedView> all = desk.views().of(desk.user());
        String code = address.getSingleParameter("view").orElse("all");
        view = all.stream().filter(one -> one.code().equals(code)).findFirst().orElse(all.get(0));
        restore(address);
        tabs.show(all, view);
        filter.setText(condition == null ? "Filter" : "Filtered");
        filter.getElement().getThemeList().set("primary", condition != null);
        menu.about(view);
        list.columns(view.columns());
        bulk.clear();
        list.show(shown());
    }

    private void restore(QueryParameters address) {
        condition = view.condition();
        order = view.order();
        backwards = view.backwards();
        try {
            address.getSingleParameter("where").ifPresent(text -> {
                Condition read = ConditionJson.read(text);
                condition = read instanceof Condition.All all && all.of().isEmpty() ? null : read;
            });
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
        }
        address.getSingleParameter("sort").ifPresent(text -> {
            backwards = text.startsWith("-");
            String name = text.substring(backwards ? 1 : 0).toUpperCase(Locale.ROOT);
            order = List.of(InboxOrder.values()).stream().filter(one -> one.name().equals(name)).findFirst().orElse(InboxOrder.SLACK);
        });
    }

    private InboxFilter shown() {
        return new InboxFilter(
                view.whose() == InboxFilter.View.EVERY && !InboxViews.seesAll(desk.user())
                        ? InboxFilter.View.ALL
                        : view.whose(),
                queue.getValue(),
                filters.line() == null ? null : filters.line().code(),
                filters.client() == null ? null : filters.client().id().value(),
                filters.words(),
                condition,
                order,
                backwards,
                Moments.zone());
    }
}
