package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.workflow.InboxCounts;
import org.ticketingos.workflow.SavedView;

/** The views one can choose from, each with how many steps it holds. */
class ViewTabs extends Tabs {

    private final transient InboxCounts counts;
    private final CurrentUser user = CurrentUser.get();
    private final transient Map<Tab, SavedView> views = new LinkedHashMap<>();
    private final transient Map<Tab, Span> figures = new LinkedHashMap<>();

    ViewTabs(InboxCounts counts, Consumer<SavedView> chosen) {
        this.counts = counts;
        addThemeVariants(TabsVariant.LUMO_SMALL);
        addClassName("view-tabs");
        getElement().setAttribute("aria-label", "Views");
        addSelectedChangeListener(change -> {
            if (change.isFromClient() && change.getSelectedTab() != null) {
                chosen.accept(views.get(change.getSelectedTab()));
            }
        });
    }

    void show(List<SavedView> all, SavedView selected) {
        removeAll();
        views.clear();
        figures.clear();
        for (SavedView view : all) {
            Span figure = new Span();
            figure.addClassName("figure");
            Tab tab = new Tab(new Span(view.name()), figure);
            tab.getElement().setAttribute("title", view.isOfTheHouse() ? view.name()
                    : view.name() + (view.owner().equals(user.login()) ? ", your view" : ", shared by " + view.owner()));
            views.put(tab, view);
            figures.put(tab, figure);
            add(tab);
            if (view.code().equals(selected.code())) {
                setSelectedTab(tab);
            }
        }
        count();
    }

    /** Counts anew; counts a few seconds old are taken from others who have just asked. */
    void count() {
        ZoneId zone = Moments.zone();
        figures.forEach((tab, figure) -> {
            String count = counts.of(views.get(tab).filter().in(zone), user);
            figure.setText(count);
            figure.getElement().setAttribute("aria-label", count + " steps");
        });
    }

    void focusFirst() {
        if (getSelectedTab() != null) {
            getSelectedTab().getElement().executeJs("this.focus()");
        }
    }
}
