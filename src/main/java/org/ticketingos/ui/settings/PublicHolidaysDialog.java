package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ticketingos.client.Holiday;
import org.ticketingos.client.PublicHolidays;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Words;

/** Proposes a country's public holidays of one year; only what is ticked goes to the list. */
class PublicHolidaysDialog extends Dialog {

    private final transient PublicHolidays known;
    private final LocalDate today;
    private final ComboBox<String> country = new ComboBox<>("Country");
    private final ComboBox<String> part = new ComboBox<>("State or region");
    private final Select<Integer> year = new Select<>();
    private final Div days = new Div();
    private final transient Map<Holiday, Checkbox> ticks = new LinkedHashMap<>();

    PublicHolidaysDialog(PublicHolidays known, LocalDate today, String first, Consumer<List<Holiday>> take) {
        this.known = known;
        this.today = today;
        setHeaderTitle("Public holidays");
        setWidth("40rem");
        Map<String, String> countries = known.countries();
        country.setItems(countries.keySet());
        country.setItemLabelGenerator(countries::get);
        country.setAutofocus(true);
        part.setPlaceholder("Whole country");
        part.setClearButtonVisible(true);
        year.setLabel("Year");
        year.setItems(IntStream.rangeClosed(today.getYear(), today.getYear() + 3).boxed().toList());
        year.setValue(today.plusMonths(2).getYear());
        Div asked = new Div(country, part, year);
        asked.addClassName("filters");
        days.addClassNames("stack", "holiday-ticks");
        days.getElement().setAttribute("aria-live", "polite");
        country.addValueChangeListener(change -> parts());
        part.addValueChangeListener(change -> propose());
        year.addValueChangeListener(change -> propose());
        Button add = new Button("Add what is ticked", click -> {
            take.accept(ticks.entrySet().stream()
                    .filter(one -> one.getValue().getValue())
                    .map(Map.Entry::getKey)
                    .toList());
            close();
        });
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), add);
        Paragraph note = new Paragraph("A proposal from a public collection: days that follow the moon may be missing or "
                + "a day off. Tick what your people really have off.");
        note.addClassNames("soft", "small");
        add(asked, note, days);
        country.setValue(countries.containsKey(first) ? first : countries.keySet().iterator().next());
    }

    private void parts() {
        Map<String, String> parts = country.isEmpty() ? Map.of() : known.parts(country.getValue());
        part.setItems(parts.keySet());
        part.setItemLabelGenerator(parts::get);
        part.setEnabled(!parts.isEmpty());
        propose();
    }

    private void propose() {
        days.removeAll();
        ticks.clear();
        if (country.isEmpty()) {
            days.add(new Paragraph("Choose a country."));
            return;
        }
        List<Holiday> found = known.of(country.getValue(), part.getValue(), Year.of(year.getValue())).stream()
                .filter(one -> one.day().isAfter(today))
                .toList();
        for (Holiday one : found) {
            Checkbox tick = new Checkbox("%s, %s: %s".formatted(
                    WeekText.name(one.day().getDayOfWeek()), Moments.day(one.day()), one.name()), true);
            ticks.put(one, tick);
            days.add(tick);
        }
        if (found.isEmpty()) {
            days.add(new Paragraph("Nothing is known to come in that year."));
        } else {
            days.addComponentAsFirst(new Paragraph(Words.count(found.size(), "day") + " to come:"));
        }
    }
}
