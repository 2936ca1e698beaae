package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxFilter.View;
import org.ticketingos.workflow.NextTask;

/** An agent's work: what is mine, what my queues hold, and the one button that says what to do next. */
@Route("inbox")
@Menu(title = "Inbox", icon = "vaadin:inbox", order = 1)
@RolesAllowed({"AGENT", "SUPERVISOR", "FINANCE"})
class InboxView extends Page implements BeforeEnterObserver {

    private final NextTask next;
    private final CurrentUser user = CurrentUser.get();
    private final List<Client> clients;
    private final Filters filters;
    private final Map<View, Tab> tabs = new EnumMap<>(View.class);
    private final Tabs views = new Tabs();
    private final WorkList list;

    InboxView(NextTask next, Clients clients, WorkList list) {
        super("Inbox");
        this.next = next;
        this.clients = clients.all();
        this.list = list;
        filters = new Filters(this.clients, "Number or subject", this::changed);
        full();
        actions(next());
        add(views(), filters, list);
    }

    private Component next() {
        Button next = new Button("Next task", VaadinIcon.PLAY.create(), click -> takeNext());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        next.setTooltipText("Opens my most urgent step, else takes the most urgent one of my queues (Alt+N)");
        return next;
    }

    private Component views() {
        tabs.put(View.MINE, new Tab("My tasks"));
        tabs.put(View.QUEUE, new Tab("My queues"));
        tabs.put(View.ALL, new Tab("Both"));
        tabs.values().forEach(views::add);
        views.addThemeVariants(TabsVariant.LUMO_SMALL);
        views.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                changed();
            }
        });
        return views;
    }

    private void takeNext() {
        next.take(user).ifPresentOrElse(
                offer -> InboxNavigation.toTicket(offer.item().number()),
                () -> Notice.done("Nothing is waiting for you or in your queues."));
    }

    private View view() {
        return tabs.entrySet().stream()
                .filter(tab -> tab.getValue() == views.getSelectedTab())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(View.ALL);
    }

    private void changed() {
        QueryParameters address = filters.address(Map.of("view", view().name().toLowerCase(Locale.ROOT)));
        getUI().ifPresent(ui -> ui.navigate(InboxView.class, address));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        filters.restore(address, clients);
        String wanted = address.getSingleParameter("view").orElse("all").toUpperCase(Locale.ROOT);
        tabs.forEach((view, tab) -> {
            if (view.name().equals(wanted)) {
                views.setSelectedTab(tab);
            }
        });
        list.show(new InboxFilter(
                view(),
                null,
                filters.line() == null ? null : filters.line().code(),
                filters.client() == null ? null : filters.client().id().value(),
                filters.words()));
    }
}
