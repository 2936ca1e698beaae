package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import org.ticketingos.client.CalendarBook.Head;
import org.ticketingos.client.CalendarBook.Kept;
import org.ticketingos.sla.CalendarDesk;
import org.ticketingos.ui.board.Sheet;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** All business calendars: what holds now, what is planned, who counts on them. */
@Route("settings/calendars")
@Menu(title = "Business calendars", icon = "vaadin:calendar", order = 8.2)
@RolesAllowed("ADMIN")
class CalendarsView extends Page {

    private final transient CalendarDesk desk;

    CalendarsView(CalendarDesk desk) {
        super("Business calendars");
        this.desk = desk;
        lead("The hours promises count on. What holds or has held is never changed: new hours hold from a day to come.");
        Button open = new Button("New calendar", VaadinIcon.PLUS.create(), click -> new CalendarDialog(desk, id ->
                getUI().ifPresent(ui -> ui.navigate(address(id)))).open());
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(open);
        List<Head> all = desk.all();
        add(new Panel("Calendars", all.isEmpty()
                ? new Empty(VaadinIcon.CALENDAR, "There is no calendar yet.", "\"New calendar\" makes the first one.")
                : sheet(all)));
    }

    static String address(String id) {
        return "settings/calendars/" + id;
    }

    private Sheet sheet(List<Head> all) {
        Sheet sheet = new Sheet("Business calendars",
                List.of("Calendar", "Time zone", "Hours now", "Holidays to come", "Next change", "Counted on by"));
        all.forEach(head -> {
            List<Kept> versions = desk.of(head.id()).versions();
            LocalDate today = desk.today(head.id());
            Kept now = now(versions, today);
            sheet.row(
                    new Anchor(address(head.id()), head.name()),
                    Sheet.text(head.zone().getId()),
                    Sheet.text(WeekText.summary(now.plan().blocks())),
                    Sheet.text(Long.toString(now.plan().holidays().stream()
                            .filter(one -> one.day().isAfter(today)).map(one -> one.day()).distinct().count())),
                    next(versions, today),
                    Sheet.soft(users(head)));
        });
        return sheet;
    }

    /** The version that holds today. */
    static Kept now(List<Kept> versions, LocalDate today) {
        return versions.stream().filter(one -> !one.plan().from().isAfter(today)).reduce((one, later) -> later)
                .orElse(versions.get(0));
    }

    private static Component next(List<Kept> versions, LocalDate today) {
        return versions.stream()
                .map(one -> one.plan().from())
                .filter(from -> from.isAfter(today))
                .findFirst()
                .<Component>map(from -> Sheet.text("from " + Moments.day(from)))
                .orElseGet(() -> Sheet.soft("none planned"));
    }

    static String users(Head head) {
        return head.contracts() + head.shifts() == 0
                ? "nobody"
                : Words.count(head.contracts(), "contract") + ", " + Words.count(head.shifts(), "shift");
    }
}
