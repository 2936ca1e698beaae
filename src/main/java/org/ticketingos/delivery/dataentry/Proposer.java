package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ticketingos.client.Gstin;
import org.ticketingos.document.Text;

/** Proposes the fields of a document from its words: a pure function of the text and of what is known of the client. */
final class Proposer {

    private static final Map<String, String> CURRENCIES = Map.of(
            "IN", "INR", "US", "USD", "GB", "GBP", "DE", "EUR", "FR", "EUR", "NL", "EUR", "MY", "MYR", "SG", "SGD",
            "AE", "AED", "CH", "CHF");

    private Proposer() {}

    static Proposals propose(Text text, Known known) {
        Sheet sheet = new Sheet(text);
        if (sheet.rows().isEmpty()) {
            return Proposals.NONE;
        }
        Map<String, Proposal> fields = new LinkedHashMap<>();
        Proposal kind = Headings.type(sheet);
        DocumentType type = DocumentType.of(kind.value()).orElseThrow();
        fields.put("documentType", kind);

        Numbers numbers = new Numbers(sheet, known);
        Senders senders = new Senders(sheet, known);
        Days days = new Days(sheet, known);
        Optional<Proposal> taxId = numbers.taxId();
        Optional<KnownVendor> vendor = senders.remembered(taxId.map(Proposal::value).orElse(null));
        senders.vendor(taxId.map(Proposal::value).orElse(null)).ifPresent(found -> fields.put("vendor", found));
        numbers.documentNumber(type).ifPresent(found -> fields.put("documentNumber", found));
        days.documentDate(type).ifPresent(found -> fields.put("documentDate", found));
        days.dueDate().ifPresent(found -> fields.put("dueDate", found));
        numbers.orderNumber(type).ifPresent(found -> fields.put("orderNumber", found));
        taxId.ifPresent(found -> fields.put("taxId", found));

        List<Spot> spots = Spot.of(sheet, known.country());
        Map<String, Proposal> totals = Totals.propose(spots);
        boolean priced = type == DocumentType.INVOICE || type == DocumentType.PURCHASE_ORDER;
        if (priced || totals.values().stream().anyMatch(found -> found.confidence() >= Proposal.PROVEN)) {
            fields.put("currency", currency(sheet, known, vendor, taxId));
            fields.putAll(totals);
        }
        return new Proposals(
                fields,
                LineItems.proven(sheet, spots, sums(totals)),
                Candidates.of(sheet, known, spots, fields));
    }

    private static List<BigDecimal> sums(Map<String, Proposal> totals) {
        return List.of("net", "total").stream()
                .map(totals::get)
                .filter(Objects::nonNull)
                .map(found -> new BigDecimal(found.value()))
                .toList();
    }

    private static Proposal currency(
            Sheet sheet, Known known, Optional<KnownVendor> vendor, Optional<Proposal> taxId) {
        Map<String, Integer> printed = new LinkedHashMap<>();
        Map<String, Row.Place> places = new LinkedHashMap<>();
        for (Row row : sheet.rows()) {
            for (int w = 0; w < row.words().size(); w++) {
                String currency = Amounts.currency(row.words().get(w).text());
                if (currency != null) {
                    printed.merge(currency, 1, Integer::sum);
                    places.putIfAbsent(currency, row.place(w, w));
                }
            }
        }
        Optional<String> most = printed.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        if (most.isPresent()) {
            Proposal found = Proposal.of(most.get(), printed.size() == 1 ? 92 : 60, places.get(most.get()),
                    printed.get(most.get()) == 1 ? "printed once" : "printed " + printed.get(most.get()) + " times");
            return printed.size() == 1 ? found : found.atMost(60, "more than one currency on the page");
        }
        if (taxId.filter(found -> Gstin.isValid(found.value())).isPresent()) {
            return Proposal.of("INR", 85, null, "the vendor's GSTIN is Indian");
        }
        String remembered = vendor.map(KnownVendor::currency).orElse(null);
        if (remembered != null) {
            return Proposal.of(remembered, 80, null, "currency of this vendor before");
        }
        String usual = CURRENCIES.getOrDefault(known.country(), "USD");
        return Proposal.of(usual, 40, null, "currency of the client's country");
    }
}
