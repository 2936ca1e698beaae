package org.ticketingos.delivery.dataentry;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what kind of document a page is: a title counts more than a mention, a high title more than a low one. */
final class Headings {

    private static final Map<DocumentType, List<String>> TITLES = Map.of(
            DocumentType.INVOICE, List.of("tax invoice", "invoice", "bill", "bill of supply", "commercial invoice",
                    "receipt", "cash bill", "proforma invoice"),
            DocumentType.PURCHASE_ORDER, List.of("purchase order", "order confirmation", "work order"),
            DocumentType.GOODS_RECEIPT, List.of("goods receipt", "goods receipt note", "goods received note",
                    "material receipt note", "delivery note", "delivery challan", "grn"),
            DocumentType.STOCK_SHEET, List.of("stock sheet", "stock take", "stock count", "stock count sheet",
                    "stock list", "inventory count", "inventory sheet", "stock statement"));

    private static final int TITLE = 10;
    private static final int MENTION = 1;
    private static final int MOST_MENTIONS = 3;

    /** Titles stand in the upper part of the first page. */
    private static final double TITLE_AREA = 0.4;

    private Headings() {}

    static Proposal type(Sheet sheet) {
        Map<DocumentType, Double> scores = new EnumMap<>(DocumentType.class);
        Map<DocumentType, Row.Place> places = new EnumMap<>(DocumentType.class);
        Map<DocumentType, Integer> mentions = new EnumMap<>(DocumentType.class);
        for (Row row : sheet.rows()) {
            for (int[] column : row.columns()) {
                String text = plain(row.text(column[0], column[1]));
                Row.Place place = row.place(column[0], column[1]);
                TITLES.forEach((type, titles) -> {
                    boolean title = titles.contains(text) && place.page() == 1 && place.y() < TITLE_AREA;
                    if (title) {
                        scores.merge(type, TITLE + 100 * place.height() - place.y(), Math::max);
                        places.put(type, place);
                    } else if (titles.stream().anyMatch(word -> (" " + text + " ").contains(" " + word + " "))
                            && mentions.merge(type, 1, Integer::sum) <= MOST_MENTIONS) {
                        scores.merge(type, (double) MENTION, Double::sum);
                    }
                });
            }
        }
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> places.containsKey(best.getKey())
                        ? Proposal.of(best.getKey().code(), 95, places.get(best.getKey()), "title of the page")
                        : Proposal.of(best.getKey().code(), 60, null, "words of the page"))
                .orElse(Proposal.of(DocumentType.INVOICE.code(), 20, null, "no title found; most papers are invoices"));
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").trim();
    }
}
