package org.ticketingos.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** The service desk's form: what the classifier proposes, the likely answers first, and why. */
@Component
class ConfirmForm implements FormFiller {

    private static final String LINE = "serviceLine";
    private static final String CATEGORY = "category";
    private static final String PRIORITY = "priority";

    private final TriageDesk triage;
    private final Categories categories;

    ConfirmForm(TriageDesk triage, Categories categories) {
        this.triage = triage;
        this.categories = categories;
    }

    @Override
    public String form() {
        return "triage-confirm";
    }

    @Override
    public Content fill(TicketId ticket) {
        Classification proposed = triage.proposal(ticket);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Hint> hints = new LinkedHashMap<>();
        if (!proposed.line().equals(Seeds.NONE)) {
            values.put(LINE, proposed.line());
            values.put(CATEGORY, proposed.category());
            hints.put(LINE, new Hint(proposed.confidence(), evidence(proposed), null));
            hints.put(CATEGORY, new Hint(percent(proposed), terms(proposed), null));
        }
        values.put(PRIORITY, proposed.priority().name());
        if (!proposed.priorityReasons().isEmpty()) {
            hints.put(PRIORITY, new Hint(100, proposed.priorityReasons(), null));
        }
        Map<String, Map<String, String>> choices = Map.of(LINE, lines(proposed), CATEGORY, kinds(proposed));
        return new Content(values, choices, hints, triage.papers(ticket));
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        String category = text(form, CATEGORY);
        Optional<String> line = categories.lineOf(category);
        return category.isEmpty() || line.equals(Optional.of(text(form, LINE)))
                ? Map.of()
                : Map.of(CATEGORY, "This category belongs to another service line.");
    }

    static TriageDesk.Answer answer(Map<String, Object> form) {
        try {
            return new TriageDesk.Answer(
                    ServiceLine.of(text(form, LINE)),
                    text(form, CATEGORY),
                    Priority.valueOf(text(form, PRIORITY)),
                    text(form, "note"));
        } catch (IllegalArgumentException e) {
            throw new TicketRefused("Choose a service line and a priority from the lists.");
        }
    }

    private static List<String> evidence(Classification proposed) {
        List<String> evidence = new ArrayList<>();
        if (proposed.askedFor()) {
            evidence.add("asked for by the sender");
        }
        proposed.nearest().forEach((sentence, closeness) -> evidence.add(closeness + " % like: " + sentence));
        return evidence;
    }

    private static List<String> terms(Classification proposed) {
        return proposed.terms().stream().map(term -> "says \"" + term + "\"").toList();
    }

    private static int percent(Classification proposed) {
        return (int) Math.floor(100 * proposed.probabilities().getOrDefault(proposed.category(), 0.0));
    }

    private Map<String, String> kinds(Classification proposed) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String category : categories.byLikelihood(proposed.probabilities())) {
            kinds.put(
                    category,
                    categories.lineOf(category).map(ConfirmForm::name).orElse("") + ": " + Categories.label(category));
        }
        return kinds;
    }

    /** The lines in the order of their likeliest categories. */
    private Map<String, String> lines(Classification proposed) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String category : categories.byLikelihood(proposed.probabilities())) {
            categories.lineOf(category).ifPresent(line -> lines.putIfAbsent(line, name(line)));
        }
        return lines;
    }

    private static String name(String line) {
        return switch (ServiceLine.of(line)) {
            case DATA_ENTRY -> "Data entry";
            case CALL_CENTER -> "Call center";
            case FINANCE -> "Finance and accounting";
            case HR -> "HR and recruitment";
            case IT_HELPDESK -> "IT helpdesk";
            case REPORTING -> "Reporting and analytics";
        };
    }

    private static String text(Map<String, Object> form, String key) {
        Object value = form.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
