package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.Holiday;
import org.ticketingos.client.HolidayList;
import org.ticketingos.client.PublicHolidays;
import org.ticketingos.sla.CalendarDesk;
import org.ticketingos.sla.CalendarPreview;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** Plans a change of a calendar from a day to come: hours, holidays, what it would do, and the proposal. */
class ChangePlan extends Panel {

    private final transient CalendarDesk desk;
    private final transient CalendarDesk.Sheet sheet;
    private final LocalDate today;
    private final DatePicker from = new DatePicker("Holds from");
    private final WeekFields week = new WeekFields();
    private final HolidayLists holidays;
    private final TextField why = new TextField("Why");
    private final Div said = new Div();

    ChangePlan(
            CalendarDesk desk, CalendarPreview preview, PublicHolidays known, CalendarDesk.Sheet sheet, LocalDate today,
            Runnable done) {
        super("Plan a change");
        this.desk = desk;
        this.sheet = sheet;
        this.today = today;
        this.holidays = new HolidayLists(today, true);
        from.setI18n(Moments.dates());
        from.setMin(today.plusDays(1));
        from.setValue(today.plusDays(1));
        from.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                startAnew();
            }
        });
        startAnew();
        why.setMaxLength(300);
        why.setWidth("24rem");
        said.getElement().setAttribute("aria-live", "polite");
        Button propose = new Button("Propose", click -> saying(() -> FreshCode.then(() -> {
            desk.propose(sheet.head().id(), plan(), why.getValue(), CurrentUser.get());
            Notice.done("Proposed; it waits above to be put in force.");
            done.run();
        })));
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div last = new Div(why, propose);
        last.addClassName("filters");
        Paragraph note = new Paragraph("Start from the hours and holidays that hold on the first day; change what shall be "
                + "different. Several spans a day are fine, and 22:00-06:00 runs over midnight.");
        note.addClassNames("soft", "small");
        add(note, from, week, holidays, adding(known), new WhatIf(preview, sheet.head(), this::plan, this::saying), last, said);
        addClassName("change-plan");
    }

    /** The version that holds on the chosen day, planned ones included. */
    private void startAnew() {
        LocalDate day = from.getValue() == null ? today.plusDays(1) : from.getValue();
        CalendarPlan plan = CalendarsView.now(sheet.versions(), day).plan();
        week.show(plan.blocks());
        holidays.show(plan.holidays());
    }

    private CalendarPlan plan() {
        if (from.getValue() == null) {
            from.focus();
            throw new TicketRefused("Choose the day from which the change holds.");
        }
        CalendarPlan plan = new CalendarPlan(from.getValue(), week.read(), holidays.holidays());
        desk.check(sheet.head().id(), plan);
        return plan;
    }

    private Component adding(PublicHolidays known) {
        DatePicker day = new DatePicker("Holiday");
        day.setI18n(Moments.dates());
        day.setMin(today.plusDays(1));
        TextField name = new TextField("Its name");
        name.setMaxLength(100);
        Select<HolidayList> list = new Select<>();
        list.setLabel("On the list of");
        list.setItems(HolidayList.values());
        list.setItemLabelGenerator(HolidayList::label);
        list.setValue(HolidayList.SITE);
        Button add = new Button("Add", VaadinIcon.PLUS.create(), click -> saying(() -> {
            if (day.getValue() == null || !day.getValue().isAfter(today) || name.getValue().isBlank()) {
                throw new TicketRefused("Choose a day to come and name the holiday.");
            }
            if (holidays.addAll(List.of(
                    new Holiday(day.getValue(), name.getValue().strip(), list.getValue()))) == 0) {
                throw new TicketRefused("That day is on this list already.");
            }
            day.clear();
            name.clear();
        }));
        Button propose = new Button("Public holidays …", click -> new PublicHolidaysDialog(
                known, today, country(), found -> Notice.done(Words.count(holidays.addAll(found), "day") + " added.")).open());
        Div row = new Div(day, name, list, add, propose);
        row.addClassName("filters");
        return row;
    }

    /** A guess for the first country shown: where most of our sites are. */
    private String country() {
        return sheet.head().zone().getId().equals("Europe/Berlin") ? "de" : "in";
    }

    private void saying(Runnable act) {
        said.removeAll();
        try {
            act.run();
        } catch (TicketRefused refused) {
            said.add(new Notice(refused.getMessage(), Tone.BAD));
        }
    }
}
