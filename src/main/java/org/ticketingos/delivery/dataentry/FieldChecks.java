package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ticketingos.client.Gstin;

/** What must hold of the fields of one document, whoever keyed them: a finding per field, none when all is well. */
final class FieldChecks {

    /** An amount as forms, files and ledgers hold it: at most twelve digits and two decimals, a point between. */
    static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");

    static final List<String> AMOUNTS = List.of("net", "tax", "total");

    /** What is written like a GSTIN must hold as one; other countries' numbers are taken as they are. */
    private static final Pattern GSTIN = Pattern.compile("\\d{2}[A-Z]{5}\\d{4}[A-Z][1-9A-Z][0-9A-Z]{2}");

    /** Older documents are a mistyped year more often than late paper. */
    private static final int YEARS_BACK = 10;

    private static final BigDecimal HALF = new BigDecimal("0.50");

    private FieldChecks() {}

    /** @param coded whether the client has a chart of accounts, so that invoices need a code of it */
    static Map<String, String> findings(Map<String, String> fields, LocalDate today, boolean coded) {
        Map<String, String> findings = new LinkedHashMap<>();
        Optional<DocumentType> type = DocumentType.of(text(fields, "documentType"));
        if (type.isEmpty()) {
            findings.put("documentType", "Say what kind of document this is.");
        }
        type.ifPresent(known -> required(known, fields, coded, findings));
        for (String name : AMOUNTS) {
            if (!text(fields, name).isEmpty() && !AMOUNT.matcher(text(fields, name)).matches()) {
                findings.put(name, "Write the amount as digits with at most two decimals, for example 1180.00.");
            }
        }
        dates(fields, today, findings);
        String taxId = text(fields, "taxId");
        if (!taxIdHolds(taxId)) {
            findings.put("taxId", "The check digit of this GSTIN does not hold: one character is misread or mistyped.");
        }
        if (!addsUp(fields)) {
            findings.putIfAbsent("total", "Net " + text(fields, "net") + " and tax " + text(fields, "tax")
                    + " do not make the total " + text(fields, "total") + ".");
        }
        String currency = text(fields, "currency");
        if (!currency.isEmpty() && !isCurrency(currency)) {
            findings.put("currency", "This is no currency: use three letters such as INR.");
        }
        return findings;
    }

    /** Net + tax = total, or a total rounded to the whole unit (CGST Act, section 170); true where one is missing. */
    static boolean addsUp(Map<String, String> fields) {
        Optional<BigDecimal> net = amount(fields, "net");
        Optional<BigDecimal> tax = amount(fields, "tax");
        Optional<BigDecimal> total = amount(fields, "total");
        if (net.isEmpty() || tax.isEmpty() || total.isEmpty()) {
            return true;
        }
        BigDecimal difference = net.get().add(tax.get()).subtract(total.get()).abs();
        boolean rounded = total.get().stripTrailingZeros().scale() <= 0 && difference.compareTo(HALF) <= 0;
        return difference.signum() == 0 || rounded;
    }

    static boolean taxIdHolds(String taxId) {
        return !GSTIN.matcher(taxId).matches() || Gstin.isValid(taxId);
    }

    static boolean dateInWindow(String date, LocalDate today) {
        Optional<LocalDate> day = date(date);
        return day.isPresent()
                && !day.get().isAfter(today.plusDays(1))
                && !day.get().isBefore(today.minusYears(YEARS_BACK));
    }

    static boolean amountsWellFormed(Map<String, String> fields) {
        return AMOUNTS.stream()
                .map(name -> text(fields, name))
                .allMatch(value -> value.isEmpty() || AMOUNT.matcher(value).matches());
    }

    static Optional<BigDecimal> amount(Map<String, String> fields, String name) {
        String value = text(fields, name);
        return AMOUNT.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").trim();
    }

    private static void required(
            DocumentType type, Map<String, String> fields, boolean coded, Map<String, String> findings) {
        for (String name : needed(type)) {
            if (text(fields, name).isEmpty() && (coded || !name.equals("ledgerCode"))) {
                findings.put(name, "Needed for this kind of document.");
            }
        }
    }

    /** What no document of a kind is recorded without. */
    static List<String> needed(DocumentType type) {
        return switch (type) {
            case INVOICE -> List.of("vendor", "documentNumber", "documentDate", "currency", "total", "ledgerCode");
            case PURCHASE_ORDER, GOODS_RECEIPT -> List.of("vendor", "documentNumber", "documentDate");
            case STOCK_SHEET -> List.of("documentDate");
        };
    }

    private static void dates(Map<String, String> fields, LocalDate today, Map<String, String> findings) {
        String document = text(fields, "documentDate");
        if (!document.isEmpty() && date(document).isEmpty()) {
            findings.put("documentDate", "Write the date as year-month-day, for example 2026-03-31.");
        } else if (!document.isEmpty() && !dateInWindow(document, today)) {
            findings.put("documentDate", "The date must lie within the last " + YEARS_BACK + " years.");
        }
        String due = text(fields, "dueDate");
        if (!due.isEmpty() && date(due).isEmpty()) {
            findings.put("dueDate", "Write the date as year-month-day, for example 2026-03-31.");
        } else if (!due.isEmpty() && date(document).isPresent() && date(due).get().isBefore(date(document).get())) {
            findings.put("dueDate", "Payment cannot be due before the document's date.");
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream().anyMatch(known -> known.getCurrencyCode().equals(code));
    }
}
