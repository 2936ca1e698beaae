package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.sla.ClockReading;
import org.ticketingos.ui.shell.Moments;

/** Explains a clock: every interval since its start, whether it counted, and why. */
class ClockExplained extends Dialog {

    ClockExplained(ClockReading reading, WorkCalendar calendar) {
        setHeaderTitle("How the clock \"" + reading.kind().label() + "\" counted");
        setWidth("46rem");
        NativeTable table = new NativeTable(head(), body(reading, calendar));
        table.addClassName("explained");
        add(new Paragraph(summary(reading, calendar)), table);
        Button close = new Button("Close", click -> close());
        getFooter().add(close);
    }

    private static String summary(ClockReading reading, WorkCalendar calendar) {
        String outcome = reading.breachedAt() != null
                ? "The target was used up at " + Moments.at(reading.breachedAt()) + " (" + reading.breachCause() + ")."
                : reading.stoppedAt() != null ? "It stopped in time at " + Moments.at(reading.stoppedAt()) + "."
                : reading.paused() ? "It stands still; so it has time left, but no date."
                : "It is due on " + Moments.at(reading.dueAt()) + ".";
        return "Promised: " + Moments.span(reading.target()) + " of business time, by " + SlaBand.rule(reading.rule())
                + ". Counted so far: " + Moments.span(reading.elapsed()) + ", on the calendar " + calendar.name() + " ("
                + calendar.zone() + "). " + outcome;
    }

    private static NativeTableHeader head() {
        NativeTableRow row = new NativeTableRow();
        for (String title : new String[] {"From", "To", "Counted", "Sum", "Why"}) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(title);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        return new NativeTableHeader(row);
    }

    private static NativeTableBody body(ClockReading reading, WorkCalendar calendar) {
        NativeTableBody body = new NativeTableBody();
        Duration sum = Duration.ZERO;
        for (ClockReading.Span span : reading.spans()) {
            Duration length = Duration.between(span.from(), span.to());
            sum = span.counted() ? sum.plus(length) : sum;
            NativeTableRow row = new NativeTableRow(
                    cell(Moments.at(span.from())),
                    cell(Moments.at(span.to())),
                    cell(span.counted() ? Moments.span(length) : "–"),
                    cell(span.counted() ? Moments.span(sum) : ""),
                    cell(span.why() + (span.counted() ? version(calendar, span) : "")));
            row.setClassName("not", !span.counted());
            body.add(row);
        }
        return body;
    }

    private static String version(WorkCalendar calendar, ClockReading.Span span) {
        var from = calendar.at(span.from()).from();
        return from.equals(WorkCalendar.Version.SINCE_EVER) ? ", its first version"
                : ", its version of " + Moments.day(from);
    }

    private static NativeTableCell cell(String text) {
        return new NativeTableCell(text);
    }
}
