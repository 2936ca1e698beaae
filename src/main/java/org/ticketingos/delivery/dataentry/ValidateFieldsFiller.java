package org.ticketingos.delivery.dataentry;

import org.ticketingos.delivery.ChartOfAccounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.document.ReadStatus;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** Puts what was read into the form beside the page, with the evidence for each value, and checks what is sent back. */
@Component
class ValidateFieldsFiller implements FormFiller {

    private static final String NEW_VENDOR = "no invoice of this vendor yet";
    private static final String NOT_FOUND = "not found on the page";

    private final WorkItems items;
    private final Keying keying;
    private final Reader reader;
    private final PaperReading papers;
    private final VendorMemory memory;
    private final ChartOfAccounts accounts;
    private final Plausibility plausibility;

    ValidateFieldsFiller(
            WorkItems items,
            Keying keying,
            Reader reader,
            PaperReading papers,
            VendorMemory memory,
            ChartOfAccounts accounts,
            Plausibility plausibility) {
        this.plausibility = plausibility;
        this.items = items;
        this.keying = keying;
        this.reader = reader;
        this.papers = papers;
        this.memory = memory;
        this.accounts = accounts;
    }

    @Override
    public String form() {
        return "data-entry-validate-fields";
    }

    @Override
    public Content fill(TicketId ticket) {
        Optional<WorkItem> next = keying.next(ticket);
        if (next.isEmpty()) {
            return Content.of(Map.of());
        }
        WorkItem item = next.get();
        Proposals proposals = reader.proposals(item);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Hint> hints = new LinkedHashMap<>();
        Map<String, Proposal> weighed = plausibility.weigh(item, proposals.fields(), keying.today(item));
        weighed.forEach((name, proposal) -> {
            values.put(name, proposal.value());
            Box box = box(item.document(), proposal.place());
            hints.put(name, new Hint(
                    proposal.confidence(), proposal.evidence(), box, candidates(item, proposals, name)));
        });
        if (!weighed.isEmpty()) {
            Plausibility.missing(weighed).forEach(name ->
                    hints.put(name, new Hint(0, List.of(name.equals("ledgerCode") ? NEW_VENDOR : NOT_FOUND), null,
                            candidates(item, proposals, name))));
        }
        if (!proposals.lines().isEmpty()) {
            values.put("lines", proposals.lines().stream().map(ValidateFieldsFiller::row).toList());
            List<String> proof = List.of("quantity x price = amount in every row, and the rows add up");
            hints.put("lines", new Hint(Proposal.PROVEN, proof, null));
        }
        if (accounts.of(item.client()).isEmpty()) {
            hints.remove("ledgerCode");
        }
        suggestLedgerCode(item, values, hints);
        keyedBefore(item, values, hints);
        values.put("outcome", "record");
        note(item).ifPresent(sentence -> hints.put("outcome", new Hint(0, List.of(sentence), null)));
        Map<String, String> codes = codes(item, String.valueOf(values.getOrDefault("vendor", "")));
        return new Content(
                values,
                codes.isEmpty() ? Map.of() : Map.of("ledgerCode", codes),
                hints,
                item.document() == null ? List.of() : List.of(item.document().toString()));
    }

    @Override
    public String value(TicketId ticket, String field, String words) {
        return keying.next(ticket)
                .map(item -> Words.value(field, words, reader.country(item)))
                .orElse(words);
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        Optional<WorkItem> item = keying.next(ticket);
        if (item.isEmpty()) {
            return Map.of("outcome", "This document has been keyed already.");
        }
        if ("reject".equals(form.get("outcome"))) {
            return Keying.text(form, "rejectReason").isEmpty()
                    ? Map.of("rejectReason", "Say why it cannot be recorded.")
                    : Map.of();
        }
        Map<String, String> codes = accounts.of(item.get().client());
        Map<String, String> fields = Keying.fields(form);
        Map<String, String> findings =
                new LinkedHashMap<>(FieldChecks.findings(fields, keying.today(item.get()), !codes.isEmpty()));
        if (fields.containsKey("ledgerCode") && !codes.isEmpty() && !codes.containsKey(fields.get("ledgerCode"))) {
            findings.put("ledgerCode", "This client has no such account.");
        }
        List<Map<?, ?>> lines = Keying.lines(form);
        for (int i = 0; i < lines.size(); i++) {
            if (!multiplies(lines.get(i))) {
                findings.put("lines[" + i + "].amount", "Quantity times unit price is not this amount.");
            }
        }
        return findings;
    }

    private void suggestLedgerCode(WorkItem item, Map<String, Object> values, Map<String, Hint> hints) {
        Object vendor = values.get("vendor");
        if (vendor != null && DocumentType.INVOICE.code().equals(values.get("documentType"))) {
            Map<String, String> known = accounts.of(item.client());
            memory.suggest(item.client(), vendor.toString()).stream()
                    .filter(suggestion -> known.containsKey(suggestion.code()))
                    .findFirst()
                    .ifPresent(best -> {
                        values.put("ledgerCode", best.code());
                        hints.put("ledgerCode", new Hint(best.confidence(), List.of(best.reason()), null));
                    });
        }
    }

    /** A document given back shows what was keyed; the page's own proposal stays beside it as evidence. */
    private static void keyedBefore(WorkItem item, Map<String, Object> values, Map<String, Hint> hints) {
        Map<Integer, Map<String, Object>> lines = new TreeMap<>();
        item.fields().forEach((name, keyed) -> {
            if (name.startsWith("lines[")) {
                int end = name.indexOf(']');
                lines.computeIfAbsent(Integer.valueOf(name.substring(6, end)), n -> new LinkedHashMap<>())
                        .put(name.substring(end + 2), keyed);
                return;
            }
            Object proposed = values.put(name, keyed);
            if (proposed != null && !proposed.equals(keyed)) {
                hints.computeIfPresent(name, (field, hint) -> {
                    List<String> evidence = new ArrayList<>(List.of("keyed before; the page says " + proposed));
                    evidence.addAll(hint.evidence());
                    return new Hint(0, evidence, hint.box(), hint.candidates());
                });
            }
        });
        if (!lines.isEmpty()) {
            values.put("lines", List.copyOf(lines.values()));
        }
    }

    /** Why this document needs special care: given back, or without a text to propose from. */
    private Optional<String> note(WorkItem item) {
        Optional<String> givenBack = items.reason(item.id());
        if (givenBack.isPresent() || item.document() == null) {
            return givenBack.map(reason -> "Given back: " + reason);
        }
        ReadStatus status = papers.status(item.document()).orElse(null);
        if (status == null) {
            return Optional.of("The page has not been read yet: key it by hand.");
        }
        return switch (status) {
            case READ -> Optional.empty();
            case ENCRYPTED -> Optional.of("The file is locked with a password: ask the client, or reject it.");
            case UNREADABLE -> Optional.of("The page could not be read: key it by hand.");
            case UNSUPPORTED -> Optional.of("This kind of file cannot be read: open it and key it by hand.");
            case TOO_LARGE -> Optional.of("The file is too large to be read: key it by hand.");
        };
    }

    private Map<String, String> codes(WorkItem item, String vendor) {
        Map<String, String> known = accounts.of(item.client());
        Map<String, String> options = new LinkedHashMap<>();
        memory.suggest(item.client(), vendor).stream()
                .filter(suggestion -> known.containsKey(suggestion.code()))
                .forEach(suggestion -> options.put(
                        suggestion.code(),
                        suggestion.code() + " " + known.get(suggestion.code()) + " (" + suggestion.reason() + ")"));
        known.forEach((code, name) -> options.putIfAbsent(code, code + " " + name));
        return options;
    }

    private static boolean multiplies(Map<?, ?> line) {
        String quantity = Keying.text(line, "quantity");
        String price = Keying.text(line, "unitPrice");
        String amount = Keying.text(line, "amount");
        String number = "-?\\d{1,12}(\\.\\d{1,4})?";
        if (!quantity.matches(number) || !price.matches(number) || !amount.matches(number)) {
            return true;
        }
        BigDecimal product = new BigDecimal(quantity).multiply(new BigDecimal(price)).setScale(2, RoundingMode.HALF_UP);
        return product.compareTo(new BigDecimal(amount)) == 0;
    }

    private static List<Candidate> candidates(WorkItem item, Proposals proposals, String field) {
        return proposals.candidates().getOrDefault(field, List.of()).stream()
                .map(other -> new Candidate(other.value(), other.why(), box(item.document(), other.place())))
                .toList();
    }

    private static Map<String, Object> row(LineItem line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("description", line.description());
        row.put("quantity", line.quantity());
        row.put("unitPrice", line.unitPrice());
        row.put("amount", line.amount());
        return row;
    }

    private static @Nullable Box box(
            @Nullable UUID document, Row.@Nullable Place place) {
        return document == null || place == null
                ? null
                : new Box(document.toString(), place.page(), place.x(), place.y(), place.width(), place.height());
    }
}
