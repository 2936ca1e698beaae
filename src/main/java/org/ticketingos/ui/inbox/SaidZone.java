package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ticketingos.channel.Composed;
import org.ticketingos.ticket.Ticket;

/** What was said about a ticket, and beside it, behind tabs, its papers, its way and its history. */
class SaidZone extends Section {

    private final Map<Tab, Supplier<Component>> contents = new LinkedHashMap<>();
    private final Tabs tabs = new Tabs();
    private final Tab talkTab;
    private final TalkPanel talk;
    private @Nullable Component open;

    /** @param chosen told the name of a tab that the person opens */
    SaidZone(Ticket ticket, TicketDesk desk, Consumer<String> chosen) {
        addClassNames("zone", "zone-said");
        getElement().setAttribute("aria-label", "What was said");
        getElement().setAttribute("tabindex", "-1");
        Composer composer = new Composer(ticket, desk, this::newest);
        talk = new TalkPanel(ticket, desk.conversation(), desk.papers(), composer);
        talkTab = tab("Conversation", () -> talk);
        tab("Documents", () -> new DocumentsPanel(ticket, desk.documents(), desk.papers()));
        tab("Diagram", () -> new DiagramPanel(desk.positions().of(ticket.id())));
        tab("History", () -> new TimelinePanel(desk.tickets().history(ticket.id()), desk.sentences()));
        tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
        tabs.addSelectedChangeListener(change -> {
            show();
            if (change.isFromClient()) {
                chosen.accept(tabs.getSelectedTab().getLabel().toLowerCase(Locale.ROOT));
            }
        });
        add(tabs);
        show();
    }

    private Tab tab(String name, Supplier<Component> content) {
        Tab tab = new Tab(name);
        contents.put(tab, content);
        tabs.add(tab);
        return tab;
    }

    /** Opens a tab by its name; an unknown name leaves the conversation in front. */
    void open(@Nullable String name) {
        contents.keySet().stream()
                .filter(tab -> tab.getLabel().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(tabs::setSelectedTab);
    }

    void write(Composed.Kind kind) {
        tabs.setSelectedTab(talkTab);
        talk.composer().write(kind);
    }

    /** Something was said or happened; what is being written stays untouched. */
    void again() {
        if (tabs.getSelectedTab() == talkTab) {
            talk.again();
            talk.composer().whoElse();
        } else {
            show();
        }
    }

    private void newest() {
        again();
        talk.toNewest();
    }

    private void show() {
        if (open != null) {
            remove(open);
        }
        open = contents.get(tabs.getSelectedTab()).get();
        add(open);
    }
}
