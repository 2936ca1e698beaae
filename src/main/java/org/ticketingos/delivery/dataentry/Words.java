package org.ticketingos.delivery.dataentry;

import java.util.List;
import java.util.Locale;

/** Turns words somebody pointed at into what a field takes. */
final class Words {

    private Words() {}

    /** @param country of the client, ISO 3166: which mark stands before decimals, and whether the month comes first */
    static String value(String field, String words, String country) {
        String text = Amounts.plain(words).strip();
        return switch (field) {
            case "net", "tax", "total" -> amount(text, country);
            case "documentDate", "dueDate" -> day(text, country);
            case "documentNumber", "orderNumber" -> id(text);
            case "taxId" -> text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
            case "currency" -> currency(text);
            default -> text.replaceAll("^[:\\-\\s]+|[,;:\\s]+$", "");
        };
    }

    private static String amount(String text, String country) {
        Amounts.Decimals decimals = Spot.usual(country);
        List<Amounts.Amount> read = Amounts.read(text.replaceAll("(?<=\\d) (?=\\d)", ""), decimals);
        return read.isEmpty() ? text : read.get(0).value().toPlainString();
    }

    private static String day(String text, String country) {
        List<Dates.Found> found = Dates.find(text, Dates.monthFirst(country));
        return found.isEmpty() ? text : found.get(0).days().get(0).toString();
    }

    /** "Invoice No: SPM/17" is SPM/17: the last word that is a number. */
    private static String id(String text) {
        String last = text;
        for (String word : text.split("[\\s:]+")) {
            String id = Numbers.id(word);
            last = id == null ? last : id;
        }
        return last;
    }

    private static String currency(String text) {
        for (String word : text.split("\\s+")) {
            String currency = Amounts.currency(word);
            if (currency != null) {
                return currency;
            }
        }
        return text;
    }
}
