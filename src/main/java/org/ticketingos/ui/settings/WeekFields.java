package org.ticketingos.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ticketingos.client.WorkCalendar.Block;
import org.ticketingos.ticket.TicketRefused;

/** The hours of each day of the week, as text; what cannot be read is said at its day. */
class WeekFields extends Div {

    private final Map<DayOfWeek, TextField> fields = new EnumMap<>(DayOfWeek.class);

    WeekFields() {
        addClassName("week-fields");
        for (DayOfWeek day : DayOfWeek.values()) {
            TextField field = new TextField(WeekText.name(day));
            field.setPlaceholder("closed");
            field.setMaxLength(120);
            field.setClearButtonVisible(true);
            field.addValueChangeListener(change -> field.setInvalid(false));
            fields.put(day, field);
            add(field);
        }
    }

    void show(List<Block> blocks) {
        fields.forEach((day, field) -> field.setValue(WeekText.write(day, blocks)));
    }

    /** Refuses with the first day that cannot be read. */
    List<Block> read() {
        List<Block> blocks = new ArrayList<>();
        fields.forEach((day, field) -> {
            try {
                blocks.addAll(WeekText.read(day, field.getValue()));
            } catch (TicketRefused refused) {
                field.setInvalid(true);
                field.focus();
                throw refused;
            }
        });
        return blocks;
    }
}
