package org.ticketingos.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** Shows the client what was delivered, row by row, and asks for reasons where something is wrong. */
@Component
class ClientReviewFiller implements FormFiller {

    static final String FORM = "client-review-accept";

    private final WorkItems items;
    private final Deliverables deliverables;
    private final Ballots ballots;

    ClientReviewFiller(WorkItems items, Deliverables deliverables, Ballots ballots) {
        this.items = items;
        this.deliverables = deliverables;
        this.ballots = ballots;
    }

    @Override
    public boolean isShared(TicketId ticket) {
        return ballots.shared(ticket);
    }

    @Override
    public boolean take(TicketId ticket, Map<String, Object> form, String actor) {
        return ballots.take(ticket, form, actor);
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public Content fill(TicketId ticket) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (WorkItem item : recorded(ticket)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item", item.id().toString());
            row.put("label", label(item));
            row.put("verdict", "ok");
            row.put("reason", "");
            rows.add(row);
        }
        List<String> files = deliverables.latest(ticket).stream()
                .flatMap(latest -> latest.files().stream())
                .map(file -> file.id().toString())
                .toList();
        return new Content(Map.of("items", rows), Map.of(), Map.of(), files);
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        Map<String, String> findings = new LinkedHashMap<>();
        Set<String> known = recorded(ticket).stream().map(item -> item.id().toString()).collect(Collectors.toSet());
        boolean reject = "reject".equals(form.get("decision"));
        boolean wrong = false;
        List<Map<?, ?>> rows = rows(form);
        for (int i = 0; i < rows.size(); i++) {
            if (!known.contains(text(rows.get(i), "item"))) {
                findings.put("items[" + i + "].verdict", "This item is not part of the delivery.");
            } else if (text(rows.get(i), "verdict").equals("wrong")) {
                wrong = true;
                if (text(rows.get(i), "reason").isEmpty()) {
                    findings.put("items[" + i + "].reason", "Say what is wrong with this item.");
                }
            }
        }
        if (reject && text(form, "comment").isEmpty()) {
            findings.put("comment", "Say why you reject the work.");
        }
        if (!reject && wrong) {
            findings.put("decision", "An item is marked wrong: reject the work, or mark the item in order.");
        }
        return findings;
    }

    /** "Document 1: invoice BPM/2526/0417, Bharat Paper Mills, total INR 1180.00". */
    static String label(WorkItem item) {
        Map<String, String> fields = item.fields();
        String number = Stream.of(item.type().replace('-', ' '), fields.getOrDefault("documentNumber", ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String total = fields.containsKey("total")
                ? ("total " + fields.getOrDefault("currency", "") + " " + fields.get("total")).replaceAll(" +", " ")
                : "";
        String rest = Stream.of(number, fields.getOrDefault("vendor", ""), total)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return item.label() + ": " + rest;
    }

    static List<Map<?, ?>> rows(Map<String, Object> form) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (form.get("items") instanceof List<?> list) {
            for (Object row : list) {
                if (row instanceof Map<?, ?> map) {
                    rows.add(map);
                }
            }
        }
        return rows;
    }

    static List<ItemVerdict> verdicts(Map<String, Object> form) {
        return rows(form).stream()
                .map(row -> new ItemVerdict(
                        UUID.fromString(text(row, "item")),
                        text(row, "verdict").equals("wrong") ? "wrong" : "ok",
                        text(row, "reason")))
                .toList();
    }

    static String text(Map<?, ?> values, String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString().trim();
    }

    private List<WorkItem> recorded(TicketId ticket) {
        return items.of(ticket).stream().filter(item -> item.is(WorkItem.RECORDED)).toList();
    }
}
