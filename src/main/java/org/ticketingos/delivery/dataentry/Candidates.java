package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Other values of the page that a field may mean, the proposed one first, the likeliest next; at most nine a field. */
final class Candidates {

    /** One for each digit key. */
    private static final int MOST = 9;

    private final Sheet sheet;
    private final Known known;
    private final Map<String, Proposal> proposals;
    private final Map<String, List<Candidate>> found = new LinkedHashMap<>();

    private Candidates(Sheet sheet, Known known, Map<String, Proposal> proposals) {
        this.sheet = sheet;
        this.known = known;
        this.proposals = proposals;
    }

    /**
     * A value a field may have.
     *
     * @param why what is printed beside it, or where it is known from
     * @param place where it stands; null when it is remembered
     */
    record Candidate(String value, String why, Row.@Nullable Place place) {}

    static Map<String, List<Candidate>> of(
            Sheet sheet, Known known, List<Spot> spots, Map<String, Proposal> proposals) {
        Candidates candidates = new Candidates(sheet, known, proposals);
        candidates.amounts(spots);
        candidates.days();
        candidates.words();
        candidates.vendors();
        return candidates.found;
    }

    private void add(String field, String value, String why, Row.@Nullable Place place) {
        List<Candidate> list = found.computeIfAbsent(field, name -> {
            List<Candidate> first = new ArrayList<>();
            Proposal proposed = proposals.get(name);
            if (proposed != null) {
                first.add(new Candidate(proposed.value(), "proposed", proposed.place()));
            }
            return first;
        });
        if (list.size() < MOST && list.stream().noneMatch(one -> one.value().equals(value))) {
            list.add(new Candidate(value, why, place));
        }
    }

    private void amounts(List<Spot> spots) {
        List<Spot> amounts = spots.stream()
                .filter(spot -> spot.decimals() || spot.name() != null)
                .filter(spot -> spot.value().signum() != 0)
                .toList();
        amounts("net", Label.NET, amounts);
        amounts("tax", Label.TAX, amounts);
        amounts("total", Label.TOTAL, amounts);
    }

    private void amounts(String field, Label label, List<Spot> spots) {
        spots.stream()
                .sorted(Comparator.comparing((Spot spot) -> !spot.is(label))
                        .thenComparing(spot -> spot.name() == null)
                        .thenComparing(Spot::value, Comparator.<BigDecimal>reverseOrder()))
                .forEach(spot -> add(field, spot.value().toPlainString(), beside(spot.name()), spot.place()));
    }

    private void days() {
        boolean monthFirst = Dates.monthFirst(known.country());
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = sheet.rows().get(r);
            for (Dates.Found date : Dates.find(row.text(), monthFirst)) {
                int first = Numbers.wordAt(row.words(), date.start());
                int last = Numbers.wordAt(row.words(), date.end() - 1);
                String beside = beside(sheet.nameOf(r, first, last).orElse(null));
                for (LocalDate day : date.days()) {
                    String why = day.equals(date.days().get(0)) ? beside : "day and month swapped";
                    add("documentDate", day.toString(), why, row.place(first, last));
                    add("dueDate", day.toString(), why, row.place(first, last));
                }
            }
        }
    }

    /** Numbers with at least three digits that are neither dates nor amounts, and what names a currency. */
    private void words() {
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = sheet.rows().get(r);
            for (int w = 0; w < row.words().size(); w++) {
                String text = row.words().get(w).text();
                Sheet.Name name = sheet.nameOf(r, w, w).orElse(null);
                String id = Numbers.id(text);
                boolean number = id != null && id.length() >= 4 && id.replaceAll("\\D", "").length() >= 3;
                if (number && Dates.find(text, false).isEmpty() && !sheet.isLabel(r, w, w)) {
                    String field = name != null && name.label() == Label.ORDER_NUMBER ? "orderNumber"
                            : name != null && name.label() == Label.TAX_ID ? "taxId" : "documentNumber";
                    add(field, Objects.requireNonNull(id), beside(name), row.place(w, w));
                }
                String currency = Amounts.currency(text);
                if (currency != null) {
                    add("currency", currency, "printed", row.place(w, w));
                }
            }
        }
    }

    /** Names printed at the head of the first page, then the vendors this client has most papers from. */
    private void vendors() {
        Senders.names(sheet, known).forEach(name -> add("vendor", name.value(), name.evidence().get(0), name.place()));
        known.vendors().stream()
                .limit(MOST)
                .forEach(vendor -> add("vendor", vendor.name(), vendor.seen(), null));
    }

    private static String beside(Sheet.@Nullable Name name) {
        return name == null ? "no label" : name.evidence();
    }
}
