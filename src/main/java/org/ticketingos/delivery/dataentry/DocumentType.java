package org.ticketingos.delivery.dataentry;

import java.util.Locale;
import java.util.Optional;

/** What a page of the data-entry line is, with the words a client sees for it. */
enum DocumentType {
    INVOICE("Invoice"),
    PURCHASE_ORDER("Purchase order"),
    GOODS_RECEIPT("Goods receipt"),
    STOCK_SHEET("Stock sheet");

    private final String label;

    DocumentType(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<DocumentType> of(String code) {
        for (DocumentType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
