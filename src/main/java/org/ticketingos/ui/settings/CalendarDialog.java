package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.WorkCalendar.Version;
import org.ticketingos.sla.CalendarDesk;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Opens a calendar: a name, a time zone and the hours of a week. What is refused stays typed. */
class CalendarDialog extends Dialog {

    CalendarDialog(CalendarDesk desk, Consumer<String> opened) {
        setHeaderTitle("New calendar");
        setWidth("44rem");
        setCloseOnOutsideClick(false);
        TextField name = new TextField("Name");
        name.setMaxLength(80);
        name.setWidthFull();
        name.setAutofocus(true);
        ComboBox<String> zone = new ComboBox<>("Time zone");
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC")
                        || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList());
        zone.setValue(Moments.zone().getId());
        zone.setWidthFull();
        WeekFields week = new WeekFields();
        TextField why = new TextField("Why");
        why.setMaxLength(300);
        why.setWidthFull();
        Div said = new Div();
        said.getElement().setAttribute("aria-live", "polite");
        Button open = new Button("Open calendar", click -> {
            said.removeAll();
            try {
                if (zone.isEmpty()) {
                    throw new TicketRefused("Choose the time zone the hours are meant in.");
                }
                FreshCode.then(() -> {
                    String id = desk.open(name.getValue(), ZoneId.of(zone.getValue()),
                            new CalendarPlan(Version.SINCE_EVER, week.read(), List.of()), why.getValue(),
                            CurrentUser.get());
                    close();
                    Notice.done("The calendar is open; holidays come with its first change.");
                    opened.accept(id);
                });
            } catch (TicketRefused refused) {
                said.add(new Notice(refused.getMessage(), Tone.BAD));
            }
        });
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), open);
        add(name, zone, week, why, said);
    }
}
