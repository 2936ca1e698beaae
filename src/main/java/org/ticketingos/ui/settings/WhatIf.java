package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ticketingos.client.CalendarBook.Head;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.sla.CalendarPreview;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.board.Sheet;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Words;

/** What a planned change would do: to one clock that is tried, and to the promises that are counted now. */
class WhatIf extends Div {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final transient CalendarPreview preview;
    private final transient Head head;
    private final transient Supplier<CalendarPlan> plan;
    private final DatePicker day = new DatePicker("A clock starts on");
    private final TextField time = new TextField("at");
    private final TextField hours = new TextField("with so many hours");
    private final Div answer = new Div();

    WhatIf(CalendarPreview preview, Head head, Supplier<CalendarPlan> plan, Consumer<Runnable> saying) {
        this.preview = preview;
        this.head = head;
        this.plan = plan;
        day.setI18n(Moments.dates());
        time.setValue("16:00");
        time.setWidth("6rem");
        hours.setValue("4");
        hours.setWidth("9rem");
        Button due = new Button("When is it due?", click -> saying.accept(this::due));
        Button moves = new Button("What moves?", click -> saying.accept(this::moves));
        Div row = new Div(day, time, hours, due, moves);
        row.addClassName("filters");
        answer.addClassName("what-if");
        answer.getElement().setAttribute("aria-live", "polite");
        add(row, answer);
    }

    private void due() {
        CalendarPlan planned = plan.get();
        if (day.getValue() == null) {
            day.setValue(planned.from());
        }
        CalendarPreview.Due due = preview.due(head.id(), planned, start(), minutes());
        answer.removeAll();
        answer.add(new Paragraph("With the change it would be due on %s; as the hours are, on %s (%s)."
                .formatted(local(due.after()), local(due.before()), head.zone())));
    }

    private Instant start() {
        try {
            return day.getValue().atTime(LocalTime.parse(time.getValue().strip())).atZone(head.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new TicketRefused("Write the time as 09:30.");
        }
    }

    private int minutes() {
        try {
            return (int) Math.min(Integer.MAX_VALUE, Math.round(Double.parseDouble(hours.getValue().strip()) * 60));
        } catch (NumberFormatException e) {
            throw new TicketRefused("Write the hours as a number, such as 4 or 1.5.");
        }
    }

    private void moves() {
        CalendarPreview.Moves moves = preview.moves(head.id(), plan.get());
        answer.removeAll();
        if (moves.tickets() == 0) {
            answer.add(new Paragraph("No open ticket would be due at another time."));
            return;
        }
        answer.add(new Paragraph("%s would be due at another time%s: %s later, %s earlier.".formatted(
                Words.count(moves.tickets(), "open ticket"), moves.more() ? " among the first 20,000 promises" : "",
                Words.count(moves.later(), "promise"), moves.earlier())));
        Sheet sheet = new Sheet("Promises that move, the first due first", List.of("Ticket", "Clock", "Due now", "Due then"));
        moves.examples().forEach(one -> sheet.row(
                InboxNavigation.ticket(one.number()), Sheet.text(one.clock()), Sheet.text(local(one.before())),
                Sheet.text(local(one.after()))));
        answer.add(sheet);
    }

    private String local(Instant at) {
        ZoneId zone = head.zone();
        return WHEN.format(at.atZone(zone));
    }
}
