package org.ticketingos.delivery.dataentry;

import org.ticketingos.delivery.ChartOfAccounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** Lets an agent put right, or drop, what the books refused. */
@Component
@Transactional
class Repairs implements FormFiller {

    private static final List<String> FIELDS = List.of("documentNumber", "documentDate", "ledgerCode");

    private final WorkItems items;
    private final Postings postings;
    private final Keying keying;
    private final ChartOfAccounts accounts;

    Repairs(WorkItems items, Postings postings, Keying keying, ChartOfAccounts accounts) {
        this.items = items;
        this.postings = postings;
        this.keying = keying;
        this.accounts = accounts;
    }

    @Override
    public String form() {
        return "data-entry-repair-posting";
    }

    @Override
    public Content fill(TicketId ticket) {
        List<String> refusals = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        Map<String, String> codes = new LinkedHashMap<>();
        for (Postings.Posting refused : postings.refused(ticket)) {
            WorkItem item = items.get(refused.item());
            refusals.add(item.label() + ": " + refused.reason());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item", item.id().toString());
            row.put("label", item.label());
            FIELDS.forEach(name -> row.put(name, item.fields().getOrDefault(name, "")));
            row.put("outcome", "post");
            rows.add(row);
            if (item.document() != null) {
                documents.add(item.document().toString());
            }
            accounts.of(item.client()).forEach((code, name) -> codes.put(code, code + " " + name));
        }
        return new Content(
                Map.of("refusal", String.join("\n", refusals), "repairs", rows),
                codes.isEmpty() ? Map.of() : Map.of("repairs.ledgerCode", codes),
                Map.of(),
                documents);
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        Map<String, String> findings = new LinkedHashMap<>();
        List<Map<?, ?>> rows = rows(form);
        List<Postings.Posting> refused = postings.refused(ticket);
        for (int i = 0; i < rows.size(); i++) {
            String place = "repairs[" + i + "].";
            String id = Keying.text(rows.get(i), "item");
            Postings.Posting posting = refused.stream()
                    .filter(one -> one.item().toString().equals(id))
                    .findFirst()
                    .orElse(null);
            if (posting == null) {
                findings.put(place + "outcome", "This document was not refused.");
            } else if (!drops(rows.get(i))) {
                check(items.get(posting.item()), posting, rows.get(i), place, findings);
            }
        }
        if (findings.isEmpty() && rows.size() < refused.size()) {
            findings.put("repairs", "Every refused document needs a row.");
        }
        return findings;
    }

    void repair(TicketId ticket, Map<String, Object> form) {
        String agent = keying.agent(ticket);
        for (Map<?, ?> row : rows(form)) {
            WorkItem item = items.get(UUID.fromString(Keying.text(row, "item")));
            if (drops(row)) {
                items.reject(item.id(), "duplicate", agent);
            } else {
                FIELDS.stream()
                        .filter(name -> !Keying.text(row, name).isEmpty())
                        .forEach(name -> items.correct(item.id(), name, Keying.text(row, name), agent));
            }
        }
    }

    private void check(
            WorkItem item, Postings.Posting posting, Map<?, ?> row, String place, Map<String, String> findings) {
        Map<String, String> fields = new LinkedHashMap<>(item.fields());
        FIELDS.stream()
                .filter(name -> !Keying.text(row, name).isEmpty())
                .forEach(name -> fields.put(name, Keying.text(row, name)));
        boolean coded = !accounts.of(item.client()).isEmpty();
        FieldChecks.findings(fields, keying.today(item), coded).forEach((name, sentence) ->
                findings.put(place + (FIELDS.contains(name) ? name : "outcome"), sentence));
        String reason = posting.reason();
        if (reason != null && reason.startsWith("Duplicate") && fields.equals(item.fields())) {
            findings.put(place + "documentNumber",
                    "Nothing is changed, so it would be refused again: correct the number, or drop the document.");
        }
    }

    private static boolean drops(Map<?, ?> row) {
        return Keying.text(row, "outcome").equals("drop");
    }

    private static List<Map<?, ?>> rows(Map<String, Object> form) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (form.get("repairs") instanceof List<?> list) {
            list.forEach(row -> {
                if (row instanceof Map<?, ?> map) {
                    rows.add(map);
                }
            });
        }
        return rows;
    }
}
