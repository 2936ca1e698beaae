package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ticketingos.sla.LadderTrial;
import org.ticketingos.sla.LadderTrial.Differs;
import org.ticketingos.staffing.IdleTrial;
import org.ticketingos.ui.board.Sheet;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** What several pages of a trial come to. */
class LadderSums {

    private static final int MOST_NAMES = 6;
    private static final int MOST_DIFFERENCES = 50;

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Differs> differs = new ArrayList<>();
    private int tickets;

    private record Row(String what, String step, int sent, int would, Map<String, Integer> whom) {

        Row plus(int moreSent, int moreWould, Map<String, Integer> more) {
            Map<String, Integer> all = new TreeMap<>(whom);
            more.forEach((one, times) -> all.merge(one, times, Integer::sum));
            return new Row(what, step, sent + moreSent, would + moreWould, all);
        }
    }

    int tickets() {
        return tickets;
    }

    void add(LadderTrial.Result promises, IdleTrial.Result idle) {
        tickets += promises.tickets();
        promises.rungs().forEach(rung -> add(rung.clock(), words(rung.step()), rung.sent(), rung.would(), rung.whom()));
        idle.rungs().forEach(rung -> add("Silent holder", words(rung.step().name()), rung.sent(), rung.would(), rung.whom()));
        promises.differs().stream().limit(Math.max(0, MOST_DIFFERENCES - differs.size())).forEach(differs::add);
    }

    private void add(String what, String step, int sent, int would, Map<String, Integer> whom) {
        rows.merge(what + step, new Row(what, step, 0, 0, Map.of()).plus(sent, would, whom),
                (one, other) -> one.plus(sent, would, whom));
    }

    Component table() {
        Sheet sheet = new Sheet("Steps of the ladder", List.of("Clock", "Step", "Was sent", "Would be sent", "To whom"));
        List<Row> told = rows.values().stream().filter(row -> row.sent() + row.would() > 0).toList();
        if (told.isEmpty()) {
            return new Paragraph("Nothing was sent, and nothing would have been.");
        }
        told.stream()
                .sorted(Comparator.comparing((Row row) -> row.what().equals("Silent holder")))
                .forEach(row -> sheet.row(
                        Sheet.text(row.what()), Sheet.text(row.step()), number(row.sent()), number(row.would()),
                        Sheet.soft(people(row))));
        return sheet;
    }

    Component differences() {
        if (differs.isEmpty()) {
            return new Paragraph("On each of these tickets the promises would have sent what was sent.");
        }
        Sheet sheet = new Sheet("Tickets with a difference", List.of("Ticket", "Clock", "Step", "Was", "Would be"));
        differs.forEach(one -> sheet.row(
                InboxNavigation.ticket(one.ticket()), Sheet.text(one.clock()), Sheet.text(words(one.step())),
                Sheet.text(one.sent() == null ? "not sent" : Moments.at(one.sent())),
                Sheet.text(one.would() == null ? "not sent" : Moments.at(one.would()))));
        return new Div(new H3(differs.size() == MOST_DIFFERENCES ? "The first 50 differences" : "Where it differs"), sheet);
    }

    private static Component number(int number) {
        var shown = Sheet.text(Integer.toString(number));
        shown.addClassName("numbers");
        return shown;
    }

    private static String words(String step) {
        return switch (step) {
            case "WARNING" -> "Warning";
            case "BREACH" -> "Breach";
            case "PRIORITY" -> "Priority to high";
            case "REMIND" -> "Reminded";
            case "RETURN" -> "Back to the queue";
            default -> "Supervisor told";
        };
    }

    private static String people(Row row) {
        boolean queue = row.step().equals(words("RETURN"));
        String most = row.whom().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_NAMES)
                .map(one -> name(one.getKey(), queue) + " " + one.getValue())
                .collect(Collectors.joining(", "));
        int rest = row.whom().size() - MOST_NAMES;
        return rest > 0 ? most + " and " + rest + " more" : most;
    }

    private static String name(String whom, boolean queue) {
        return whom.equals("nobody") ? "nobody (no owner)"
                : queue || whom.equals("supervisors") ? Words.queue(whom) : Who.is(whom);
    }
}
