package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.quality.Checklist.Point;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The reviewer's form: every recorded field, marked right or wrong. */
@Component
class ReviewForm implements FormFiller {

    static final String LIST = "checks";
    private static final String WRONG = "wrong";
    private static final String RIGHT = "right";

    private final Checklist checklist;
    private final ScorecardSheet scorecard;
    private final Guidelines guidelines;
    private final Tickets tickets;

    ReviewForm(Checklist checklist, ScorecardSheet scorecard, Guidelines guidelines, Tickets tickets) {
        this.checklist = checklist;
        this.scorecard = scorecard;
        this.guidelines = guidelines;
        this.tickets = tickets;
    }

    @Override
    public String form() {
        return "quality-review";
    }

    @Override
    public Content fill(TicketId ticket) {
        Map<String, String> agreed = new HashMap<>();
        Ticket about = tickets.get(ticket);
        guidelines.of(about.client(), about.lineCode()).forEach(one -> agreed.put(one.topic(), one.text()));
        List<Map<String, Object>> rows = new ArrayList<>();
        checklist.of(ticket).forEach((key, point) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item", key);
            row.put("label", point.label());
            row.put("value", Rows.shown(point.value()));
            row.put("guidance", agreed.get(Guidelines.field(point.field())));
            row.values().removeIf(Objects::isNull);
            rows.add(row);
        });
        return new Content(Map.of(LIST, rows, ScorecardSheet.LIST, scorecard.rows(ticket)), Map.of(), Map.of(), checklist.documents(ticket));
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        Map<String, String> findings = new LinkedHashMap<>();
        Map<String, Point> points = checklist.of(ticket);
        Set<String> seen = new HashSet<>();
        List<Map<?, ?>> rows = Rows.of(form, LIST);
        for (int i = 0; i < rows.size(); i++) {
            check(rows.get(i), points, seen, LIST + "[" + i + "].", findings);
        }
        long missing = points.values().stream()
                .filter(point -> point.keyed() && !seen.contains(point.key()))
                .count();
        if (missing > 0) {
            findings.put(LIST, "Every field must be checked; still missing: " + missing + ".");
        }
        scorecard.check(ticket, form, findings);
        CurrentUser.find().flatMap(who -> refuses(ticket, who.login())).ifPresent(why -> findings.put(LIST, why));
        return findings;
    }

    @Override
    public Optional<String> refuses(TicketId ticket, String login) {
        return checklist.touched(ticket, login)
                ? Optional.of("You did this work yourself; another reviewer must check it.")
                : Optional.empty();
    }

    private static void check(
            Map<?, ?> row, Map<String, Point> points, Set<String> seen, String at, Map<String, String> findings) {
        Point point = points.get(Rows.text(row, "item"));
        if (point == null) {
            findings.put(at + "item", "This field is not part of the ticket's work.");
            return;
        }
        if (!seen.add(point.key())) {
            findings.put(at + "item", "This field is listed twice.");
        }
        String correct = Rows.text(row, "correct");
        if (correct.equals(RIGHT)) {
            return;
        }
        if (!correct.equals(WRONG)) {
            findings.put(at + "correct", "Say whether this is right or wrong.");
            return;
        }
        String expected = Rows.text(row, "expected");
        if (expected.isEmpty()) {
            findings.put(at + "expected", "Say what it should be, or " + Rows.BLANK + ".");
        } else if (Rows.meant(expected).equals(point.value())) {
            findings.put(at + "expected", "This is what was recorded; say what it should be.");
        }
        if (severity(row) == null) {
            findings.put(at + "severity", "Choose how severe the error is.");
        }
        if (Cause.find(Rows.text(row, "cause")).isEmpty()) {
            findings.put(at + "cause", "Choose what caused the error.");
        }
    }

    /** How many fields were looked at in a form that has passed {@link #check}. */
    int inspected(Map<String, Object> form) {
        return Rows.of(form, LIST).size();
    }

    /** The wrong fields of a form that has passed {@link #check}. */
    List<NewDefect> defects(TicketId ticket, Map<String, Object> form) {
        Map<String, Point> points = checklist.of(ticket);
        List<NewDefect> defects = new ArrayList<>();
        for (Map<?, ?> row : Rows.of(form, LIST)) {
            Point point = points.get(Rows.text(row, "item"));
            Severity severity = severity(row);
            if (point != null && severity != null && Rows.text(row, "correct").equals(WRONG)) {
                defects.add(new NewDefect(
                        point.item(),
                        point.field(),
                        point.value(),
                        Rows.meant(Rows.text(row, "expected")),
                        severity,
                        Cause.find(Rows.text(row, "cause")).orElseThrow(),
                        FoundBy.QA));
            }
        }
        return defects;
    }

    /** Every answer of a form that has passed {@link #check}, right ones too. */
    List<Reviews.Check> checks(TicketId ticket, Map<String, Object> form) {
        Map<String, Point> points = checklist.of(ticket);
        List<Reviews.Check> checks = new ArrayList<>();
        for (Map<?, ?> row : Rows.of(form, LIST)) {
            Point point = points.get(Rows.text(row, "item"));
            if (point != null) {
                boolean wrong = Rows.text(row, "correct").equals(WRONG);
                checks.add(new Reviews.Check(
                        point.item(),
                        point.field(),
                        point.label(),
                        point.value(),
                        !wrong,
                        wrong ? Rows.meant(Rows.text(row, "expected")) : "",
                        wrong ? severity(row) : null,
                        wrong ? Cause.find(Rows.text(row, "cause")).orElse(null) : null));
            }
        }
        return checks;
    }

    private static @Nullable Severity severity(Map<?, ?> row) {
        String typed = Rows.text(row, "severity").toUpperCase(Locale.ROOT);
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(typed)) {
                return severity;
            }
        }
        return null;
    }
}
