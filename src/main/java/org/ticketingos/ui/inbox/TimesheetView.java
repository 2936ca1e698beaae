package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.billing.Timesheets;
import org.ticketingos.staffing.WorkTimes;
import org.ticketingos.staffing.WorkTimes.Line;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;

/** My measured time, week by week; and for supervisors what waits for approval. */
@Route("timesheet")
@Menu(title = "My time", icon = "vaadin:clock", order = 3.5)
@RolesAllowed({"AGENT", "REVIEWER", "SUPERVISOR"})
class TimesheetView extends Page {

    private final WorkTimes times;
    private final Tickets tickets;
    private final CurrentUser user = CurrentUser.get();
    private final DatePicker week = new DatePicker("Week of");
    private final Span total = new Span();
    private final Grid<Line> grid = new Grid<>();
    private final Map<TicketId, Ticket> known = new HashMap<>();

    TimesheetView(WorkTimes times, Timesheets timesheets, Tickets tickets, Clock clock) {
        super("My time");
        this.times = times;
        this.tickets = tickets;
        lead("Measured from what you do: taking a step starts it; finishing, giving back or logging out stops it.");
        week.setI18n(Moments.dates());
        week.setValue(LocalDate.ofInstant(clock.instant(), Moments.zone()));
        week.addValueChangeListener(change -> show());
        Button before = step("Week before", VaadinIcon.ANGLE_LEFT, -7);
        Button after = step("Week after", VaadinIcon.ANGLE_RIGHT, 7);
        total.addClassName("strong");
        Div head = new Div(before, week, after, total);
        head.addClassName("filters");
        columns();
        add(head, grid);
        if (user.is(Role.SUPERVISOR)) {
            add(new Panel("Waits for your approval", new HoursToApprove(timesheets, tickets, user)));
        }
        show();
    }

    private Button step(String label, VaadinIcon icon, int days) {
        Button step = new Button(icon.create(), click -> {
            if (week.getValue() != null) {
                week.setValue(week.getValue().plusDays(days));
            }
        });
        step.setAriaLabel(label);
        step.setTooltipText(label);
        return step;
    }

    private void columns() {
        grid.addColumn(line -> Moments.day(line.day())).setHeader("Day").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(line -> InboxNavigation.ticket(ticket(line).number()))
                .setHeader("Ticket").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(line -> ticket(line).subject()).setHeader("Subject").setWidth("14rem").setFlexGrow(3);
        grid.addColumn(line -> TimeAside.span(line.measured()) + (line.cut() ? " (cut at 2 h of silence)" : "")
                        + (line.running() ? ", running" : ""))
                .setHeader("Measured").setAutoWidth(true).setTextAlign(ColumnTextAlign.END);
        grid.addColumn(line -> String.join("; ", line.why())).setHeader("Corrections").setFlexGrow(1);
        grid.addColumn(line -> TimeAside.span(line.minutes())).setHeader("Counts").setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(line -> {
            Button correct = new Button("Correct",
                    click -> CorrectionDialog.open(times, line, ticket(line).number(), user, this::show));
            correct.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            correct.setAriaLabel("Correct " + ticket(line).number() + " on " + Moments.day(line.day()));
            return correct;
        }).setHeader("Change").setAutoWidth(true).setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateText("No work was measured in this week.");
        grid.getElement().setAttribute("aria-label", "My time of the week");
    }

    private Ticket ticket(Line line) {
        return known.computeIfAbsent(line.ticket(), tickets::get);
    }

    private void show() {
        LocalDate day = week.getValue();
        if (day == null) {
            return;
        }
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Line> lines = times.sheet(user.login(), monday, monday.plusDays(6));
        grid.setItems(lines);
        total.setText(Moments.day(monday) + " to " + Moments.day(monday.plusDays(6)) + ": "
                + TimeAside.span(lines.stream().mapToInt(Line::minutes).sum()));
    }
}
