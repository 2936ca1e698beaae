package org.ticketingos.delivery.dataentry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Gstin;
import org.ticketingos.document.Word;

/** Finds document and order numbers by their labels, and tax ids by shape and check digit. */
final class Numbers {

    private static final Pattern ID = Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9/_.\\-]*[A-Za-z0-9]|\\d");
    private static final Pattern LOOSE_GSTIN =
            Pattern.compile("[0-9OISBZAG]{2}[A-Z0-9]{5}[0-9OISBZAG]{4}[A-Z0-9]{4}");
    private static final Pattern OTHER_TAX_ID = Pattern.compile("(?=(.*\\d){5})[A-Z0-9][A-Z0-9\\-/]{7,19}");

    private final Sheet sheet;
    private final Known known;

    Numbers(Sheet sheet, Known known) {
        this.sheet = sheet;
        this.known = known;
    }

    Optional<Proposal> documentNumber(DocumentType type) {
        List<Label> labels = switch (type) {
            case INVOICE -> List.of(Label.NUMBER, Label.RECEIPT_NUMBER);
            case PURCHASE_ORDER -> List.of(Label.ORDER_NUMBER, Label.NUMBER);
            case GOODS_RECEIPT -> List.of(Label.RECEIPT_NUMBER, Label.NUMBER);
            case STOCK_SHEET -> List.of(Label.SHEET_NUMBER, Label.NUMBER);
        };
        return labels.stream().map(this::named).flatMap(Optional::stream).findFirst();
    }

    Optional<Proposal> orderNumber(DocumentType type) {
        return type == DocumentType.PURCHASE_ORDER ? Optional.empty() : named(Label.ORDER_NUMBER);
    }

    private Optional<Proposal> named(Label wanted) {
        Proposal best = null;
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = sheet.rows().get(r);
            for (int w = 0; w < row.words().size(); w++) {
                String id = id(row.words().get(w).text());
                Sheet.Name name = id == null ? null : sheet.nameOf(r, w, w).orElse(null);
                if (id == null || name == null || name.label() != wanted || sheet.isLabel(r, w, w)) {
                    continue;
                }
                int confidence = (name.direct() ? 85 : 50) + (name.strong() ? 5 : 0) - (name.left() ? 0 : 5);
                Row.Place place = row.place(w, w);
                if (place.ocr()) {
                    confidence = Math.min(confidence, Math.max(40, place.confidence() - 5));
                }
                if (best == null || confidence > best.confidence()) {
                    best = Proposal.of(id, confidence, place, name.evidence());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The vendor's tax id: never the client's own, one with a holding check digit before any other. */
    Optional<Proposal> taxId() {
        Proposal best = null;
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = sheet.rows().get(r);
            for (int w = 0; w < row.words().size(); w++) {
                Optional<Proposal> found = taxId(r, w, row);
                boolean better = found.isPresent() && (best == null || found.get().confidence() > best.confidence());
                if (better && !found.get().value().equals(known.taxId())) {
                    best = found.get();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<Proposal> taxId(int r, int w, Row row) {
        String word = Amounts.plain(row.words().get(w).text())
                .replaceAll("[^A-Za-z0-9/\\-]", "")
                .toUpperCase(Locale.ROOT);
        Sheet.Name name = sheet.nameOf(r, w, w).orElse(null);
        boolean buyers = name != null && name.label() == Label.OTHER;
        if (Gstin.isValid(word)) {
            return Optional.of(Proposal.of(word, buyers ? 40 : 97, row.place(w, w), "check digit holds"));
        }
        if (LOOSE_GSTIN.matcher(word).matches()) {
            String mended = mended(word);
            String repaired = "repaired: look-alike letters and digits";
            return Optional.of(Gstin.isValid(mended)
                    ? Proposal.of(mended, 60, row.place(w, w), repaired, "check digit holds")
                    : Proposal.of(word, 25, row.place(w, w), "check digit does not hold"));
        }
        if (name != null && name.label() == Label.TAX_ID && name.direct() && OTHER_TAX_ID.matcher(word).matches()) {
            return Optional.of(Proposal.of(word, 70, row.place(w, w), name.evidence()));
        }
        return Optional.empty();
    }

    /** Each place of a GSTIN takes letters or digits only, so look-alikes can be put right; the check digit decides. */
    private static String mended(String word) {
        StringBuilder mended = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            boolean digit = i < 2 || i >= 7 && i < 11;
            boolean letter = i >= 2 && i < 7 || i == 11;
            String from = digit ? "OISBZAG" : letter ? "0158246" : "";
            String to = digit ? "0158246" : letter ? "OISBZAG" : "";
            int at = from.indexOf(word.charAt(i));
            if (at >= 0) {
                mended.setCharAt(i, to.charAt(at));
            }
        }
        if (mended.length() > 13 && mended.charAt(13) == '2') {
            mended.setCharAt(13, 'Z');
        }
        return mended.toString();
    }

    /** The number in a word: without a date glued to it, without marks around it; null if it is none. */
    static @Nullable String id(String word) {
        String text = Amounts.plain(word);
        Optional<Dates.Found> date = Dates.find(text, false).stream().min(Comparator.comparingInt(Dates.Found::start));
        if (date.isPresent()) {
            text = text.substring(0, date.get().start());
        }
        text = text.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
        Matcher shape = ID.matcher(text);
        boolean amount = text.matches("\\d[\\d,]*\\.\\d{2}");
        return shape.matches() && !amount ? text : null;
    }

    /** The words of a row as one text with the place of each word in it. */
    static int wordAt(List<Word> words, int character) {
        int end = 0;
        for (int w = 0; w < words.size(); w++) {
            end += words.get(w).text().length() + 1;
            if (character < end) {
                return w;
            }
        }
        return words.size() - 1;
    }
}
