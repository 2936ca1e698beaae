package org.ticketingos.delivery.dataentry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds who issued a document: a vendor known by its tax id or name, else the label, else the letterhead. */
final class Senders {

    private static final Pattern COMPANY = Pattern.compile(
            "(?i).*\\b(ltd|limited|llp|llc|inc|plc|gmbh|corp|co|company|traders|enterprises|industries|mills|"
                    + "works|stores|suppliers|supplies|agencies|services|systems|solutions|sdn|bhd|bv|ag|exports|foods|"
                    + "logistics)\\b\\.?.*");
    private static final double LETTERHEAD = 0.3;

    private final Sheet sheet;
    private final Known known;

    Senders(Sheet sheet, Known known) {
        this.sheet = sheet;
        this.known = known;
    }

    Optional<KnownVendor> remembered(@Nullable String taxId) {
        Optional<KnownVendor> byTaxId = known.vendors().stream()
                .filter(vendor -> taxId != null && taxId.equals(vendor.taxId()))
                .findFirst();
        return byTaxId.isPresent() ? byTaxId : known.vendors().stream().filter(this::isPrinted).findFirst();
    }

    Optional<Proposal> vendor(@Nullable String taxId) {
        Optional<KnownVendor> remembered = remembered(taxId);
        if (remembered.isPresent()) {
            boolean byTaxId = taxId != null && taxId.equals(remembered.get().taxId());
            return Optional.of(Proposal.of(
                    remembered.get().name(), byTaxId ? 97 : 85, place(remembered.get().name()),
                    byTaxId ? "tax id known" : "name known", remembered.get().seen()));
        }
        Optional<Proposal> labelled = labelled();
        return labelled.isPresent() ? labelled : letterhead();
    }

    private boolean isPrinted(KnownVendor vendor) {
        return vendor.key().length() > 3 && place(vendor.name()) != null;
    }

    private Row.@Nullable Place place(String name) {
        String key = KnownVendor.key(name);
        for (Row row : sheet.rows()) {
            for (int[] column : row.columns()) {
                String text = KnownVendor.key(row.text(column[0], column[1]));
                if ((" " + text + " ").contains(" " + key + " ")) {
                    return row.place(column[0], column[1]);
                }
            }
        }
        return null;
    }

    /** "Vendor: Bharat Paper" in one column, or the name in the next one, or below. */
    private Optional<Proposal> labelled() {
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = sheet.rows().get(r);
            for (int[] column : row.columns()) {
                Label.Mark mark = sheet.marks(r).stream()
                        .filter(m -> m.label() == Label.VENDOR && m.first() == column[0])
                        .findFirst()
                        .orElse(null);
                if (mark == null) {
                    continue;
                }
                int first = mark.last() + 1;
                boolean named = row.words().get(mark.last()).text().endsWith(":");
                if (first <= column[1] && !named && mark.phrase().indexOf(' ') < 0) {
                    continue;
                }
                if (first <= column[1]) {
                    return name(row, first, column[1], 75, "after \"" + mark.phrase() + "\"");
                }
                Optional<Proposal> beside = row.columns().stream()
                        .filter(next -> next[0] == column[1] + 1)
                        .findFirst()
                        .flatMap(next -> name(row, next[0], next[1], 75, "after \"" + mark.phrase() + "\""));
                return beside.isPresent() ? beside : below(r, mark);
            }
        }
        return Optional.empty();
    }

    private Optional<Proposal> below(int r, Label.Mark mark) {
        if (r + 1 >= sheet.rows().size()) {
            return Optional.empty();
        }
        Row next = sheet.rows().get(r + 1);
        return next.columns().stream()
                .filter(column -> next.place(column[0], column[1]).below(mark.place()))
                .findFirst()
                .flatMap(column -> name(next, column[0], column[1], 70, "label above: " + mark.phrase()));
    }

    /** The largest, highest name at the top of the first page that is neither a title nor the client itself. */
    private Optional<Proposal> letterhead() {
        Proposal best = null;
        double bestScore = 0;
        boolean buyer = false;
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = sheet.rows().get(r);
            if (row.page() != 1 || row.top() > LETTERHEAD) {
                break;
            }
            buyer |= sheet.marks(r).stream()
                    .anyMatch(mark -> mark.label() == Label.BUYER && mark.phrase().length() > 2);
            for (int[] column : row.columns()) {
                Optional<Proposal> name = name(row, column[0], column[1], 50, "letterhead");
                if (name.isEmpty() || buyer || !sheet.marks(r).isEmpty()) {
                    continue;
                }
                boolean company = COMPANY.matcher(name.get().value()).matches();
                double score = 100 * row.height() - row.top() * 3 + (company ? 2 : 0);
                if (best == null || score > bestScore) {
                    best = company ? name.get().raised(15, "name of a company") : name.get();
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Everything at the head of the first page that could be a name. */
    static List<Proposal> names(Sheet sheet, Known known) {
        Senders senders = new Senders(sheet, known);
        List<Proposal> names = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (row.page() == 1 && row.top() <= LETTERHEAD) {
                row.columns().forEach(column ->
                        senders.name(row, column[0], column[1], 50, "head of the page").ifPresent(names::add));
            }
        }
        return names;
    }

    private Optional<Proposal> name(Row row, int first, int last, int confidence, String fact) {
        String text = row.text(first, last).replaceAll("^[:\\-\\s]+|[,;:\\s]+$", "")
                .replaceAll("\\s*\\(?(\\d{5,}|\\d{3,}-?[A-Z])[-\\dA-Z]*\\)?$", "");
        String plain = Headings.plain(text);
        boolean name = text.matches(".*\\p{L}{3}.*")
                && text.split(" ").length <= 9
                && !text.contains("@")
                && !plain.matches(".*\\breg(istration)? no.*")
                && !KnownVendor.key(text).equals(KnownVendor.key(known.clientName()))
                && !plain.matches("(tax |proforma |commercial )?invoice|bill|purchase order|goods receipt( note)?|"
                        + "goods received note|stock (sheet|count|take|list)( sheet)?|delivery note|original.*|"
                        + "duplicate.*|page .*|receipt");
        return name ? Optional.of(Proposal.of(text, confidence, row.place(first, last), fact)) : Optional.empty();
    }
}
