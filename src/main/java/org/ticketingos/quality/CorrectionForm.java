package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.quality.Corrections.Point;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** The agent's form for rework: what was found, what was expected, and what it is now to be. */
@Component
class CorrectionForm implements FormFiller {

    private static final String LIST = "corrections";
    private static final String NOTE = "note";

    private final Corrections corrections;

    CorrectionForm(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String form() {
        return "defect-correct-work";
    }

    @Override
    public Content fill(TicketId ticket) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Set<String> documents = new LinkedHashSet<>();
        corrections.of(ticket).forEach((key, point) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("defect", key);
            row.put("label", point.label());
            row.put("found", Rows.shown(point.value()));
            row.put("expected", point.wholeItem() ? point.defect().expected() : Rows.shown(point.defect().expected()));
            row.put("value", Rows.shown(point.value()));
            rows.add(row);
            UUID document = point.document();
            if (document != null) {
                documents.add(document.toString());
            }
        });
        return new Content(Map.of(LIST, rows), Map.of(), Map.of(), List.copyOf(documents));
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        Map<String, Point> points = corrections.of(ticket);
        Map<String, String> findings = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Set<UUID> changed = new HashSet<>();
        List<Map<?, ?>> rows = Rows.of(form, LIST);
        for (int i = 0; i < rows.size(); i++) {
            Point point = points.get(Rows.text(rows.get(i), "defect"));
            String value = Rows.text(rows.get(i), "value");
            if (point == null || !seen.add(point.key())) {
                findings.put(LIST + "[" + i + "].defect", "This is not one of the open defects of the ticket.");
            } else if (value.isEmpty()) {
                findings.put(LIST + "[" + i + "].value", "Say what it is to be, or " + Rows.BLANK + ".");
            } else if (!Rows.meant(value).equals(point.value())) {
                changed.add(point.defect().id());
            }
        }
        if (!seen.containsAll(points.keySet())) {
            findings.put(LIST, "Every defect must be answered.");
        }
        boolean allChanged = points.values().stream().allMatch(point -> changed.contains(point.defect().id()));
        if (!allChanged && Rows.text(form, NOTE).isEmpty()) {
            findings.put(NOTE, "Where a value stays as it was, say why.");
        }
        return findings;
    }

    /** The value typed for each point of a form that has passed {@link #check}. */
    Map<Point, String> typed(TicketId ticket, Map<String, Object> form) {
        Map<String, Point> points = corrections.of(ticket);
        Map<Point, String> typed = new LinkedHashMap<>();
        for (Map<?, ?> row : Rows.of(form, LIST)) {
            Point point = points.get(Rows.text(row, "defect"));
            if (point != null) {
                typed.put(point, Rows.meant(Rows.text(row, "value")));
            }
        }
        return typed;
    }
}
