package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Holiday;
import org.ticketingos.client.HolidayList;
import org.ticketingos.ui.shell.Moments;

/** The three lists of holidays side by side; days that are over are only numbered. */
class HolidayLists extends Div {

    private final LocalDate today;
    private final boolean editable;
    private final List<Holiday> holidays = new ArrayList<>();

    HolidayLists(LocalDate today, boolean editable) {
        this.today = today;
        this.editable = editable;
        addClassName("holiday-lists");
    }

    void show(Collection<Holiday> shown) {
        holidays.clear();
        holidays.addAll(shown);
        draw();
    }

    List<Holiday> holidays() {
        return List.copyOf(holidays);
    }

    /** Adds what is not on that list yet; says how many were new. */
    int addAll(Collection<Holiday> more) {
        int before = holidays.size();
        more.stream()
                .filter(one -> holidays.stream()
                        .noneMatch(known -> known.day().equals(one.day()) && known.list() == one.list()))
                .forEach(holidays::add);
        draw();
        return holidays.size() - before;
    }

    private void draw() {
        removeAll();
        for (HolidayList list : HolidayList.values()) {
            List<Holiday> own = holidays.stream()
                    .filter(one -> one.list() == list)
                    .sorted(Comparator.comparing(Holiday::day))
                    .toList();
            add(list(list, own, editable ? this::remove : null));
        }
    }

    private void remove(Holiday holiday) {
        holidays.remove(holiday);
        draw();
    }

    private Component list(HolidayList list, List<Holiday> own, @Nullable Consumer<Holiday> remove) {
        List<Holiday> coming = own.stream().filter(one -> one.day().isAfter(today)).toList();
        Div box = new Div(new H3(list.label()));
        if (coming.isEmpty()) {
            box.add(soft("No holiday is to come."));
        }
        UnorderedList days = new UnorderedList();
        for (Holiday holiday : coming) {
            Span name = new Span(holiday.name());
            name.addClassName("soft");
            ListItem item = new ListItem(new Span(Moments.day(holiday.day())), name);
            if (remove != null) {
                Button gone = new Button("Remove", click -> remove.accept(holiday));
                gone.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
                gone.setAriaLabel("Remove %s, %s".formatted(holiday.name(), Moments.day(holiday.day())));
                gone.addClassName("push");
                item.add(gone);
            }
            days.add(item);
        }
        box.add(days);
        if (own.size() > coming.size()) {
            box.add(soft("%d more that are over.".formatted(own.size() - coming.size())));
        }
        return box;
    }

    private static Span soft(String text) {
        Span soft = new Span(text);
        soft.addClassNames("soft", "small");
        return soft;
    }
}
