package org.ticketingos.delivery.dataentry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the words printed beside or above a value say it is. The phrases are those of English business papers. */
enum Label {
    TOTAL("grand total", "invoice total", "total amount payable", "total amount due", "total amount", "total payable",
            "total due", "total inr", "total usd", "total eur", "total gbp", "total rs", "total incl tax",
            "total including tax", "total inclusive of tax", "total incl vat", "total incl gst", "order total",
            "total value", "total invoice value", "total rm", "total myr", "total sales", "total sales inclusive gst",
            "total sales incl gst", "total inclusive gst", "total inclusive of gst", "total including gst",
            "rounded total", "total rounded", "total after rounding", "nett total", "total nett", "nett", "total amt",
            "total amt payable", "amount payable", "amount due", "balance due", "net payable", "bill amount",
            "invoice amount", "total"),
    NET("sub total", "subtotal", "net amount", "net total", "net value", "taxable value", "taxable amount",
            "total taxable value", "total before tax", "amount before tax", "total excl tax", "total excluding tax",
            "total excl vat", "total excl gst", "net"),
    TAX("total tax", "tax amount", "total gst", "gst amount", "vat amount", "sales tax", "service tax", "cgst", "sgst",
            "igst", "utgst", "gst", "vat", "tax", "cess"),
    NUMBER("invoice no", "invoice number", "inv no", "inv number", "bill no", "bill number", "document no",
            "document number", "doc no", "reference no", "our reference", "invoice ref", "tax invoice no",
            "voucher no"),
    RECEIPT_NUMBER("grn no", "grn number", "grn", "goods receipt no", "goods receipt number", "receipt no",
            "receipt number", "delivery note no", "delivery note number", "delivery note", "challan no"),
    SHEET_NUMBER("stock sheet no", "stock sheet number", "sheet no", "sheet number", "count no", "count number"),
    ORDER_NUMBER("purchase order no", "purchase order number", "purchase order", "po no", "po number", "po ref", "po",
            "p o no", "p o number", "order no", "order number", "your order", "your order no", "order ref",
            "order reference"),
    DATE("invoice date", "bill date", "document date", "date of issue", "issue date", "issued on", "date of invoice",
            "receipt date", "grn date", "received on", "date received", "count date", "date of count", "counted on",
            "dated", "date"),
    ORDER_DATE("order date", "po date", "date of order", "purchase order date"),
    DUE("due date", "payment due date", "payment due", "due on", "due by", "pay by", "payable by", "due"),
    TAX_ID("gstin", "gstin uin", "gst no", "gst number", "gst reg no", "gst registration no", "gst id", "vat no",
            "vat number", "vat reg no", "vat registration no", "vat id", "tax id", "tax no", "tax reg no", "tin",
            "supplier gstin", "vendor gstin", "seller gstin"),
    VENDOR("vendor", "supplier", "seller", "sold by", "from", "vendor name", "supplier name", "payee"),
    BUYER("bill to", "billed to", "ship to", "shipped to", "sold to", "buyer", "customer", "consignee", "deliver to",
            "invoice to", "to", "customer name", "client", "place of supply"),
    DESCRIPTION("description", "item", "items", "particulars", "product", "goods", "article", "material",
            "description of goods", "item description"),
    QUANTITY("quantity", "qty", "quantity counted", "counted", "units", "pcs", "nos"),
    PRICE("unit price", "rate", "price", "unit cost", "unit rate", "cost", "price each"),
    AMOUNT("amount", "line total", "value", "line amount"),
    OTHER("cash", "change", "discount", "round off", "rounding", "paid", "amount paid", "advance", "balance", "phone",
            "tel", "mobile", "fax", "account no", "account", "account number", "a c no", "ifsc", "iban", "bic", "swift",
            "hsn", "hsn code", "sac", "cin", "pan", "customer no", "client no", "customer gstin", "buyer gstin", "page",
            "delivery date", "ship date", "vehicle no", "eway bill no", "irn", "ack no", "state code", "pin", "email",
            "terms", "total quantity", "total qty", "total items");

    private static final List<Phrase> PHRASES = Arrays.stream(values())
            .flatMap(label -> label.phrases.stream().map(words -> new Phrase(label, words)))
            .sorted(Comparator.comparingInt((Phrase phrase) -> phrase.compact().length()).reversed())
            .toList();

    private final List<List<String>> phrases;

    Label(String... phrases) {
        this.phrases = Arrays.stream(phrases).map(phrase -> List.of(phrase.split(" "))).toList();
    }

    /** All labels of a row, left to right, the longest phrase first where several would do. */
    static List<Mark> marks(Row row) {
        List<List<String>> tokens = row.words().stream().map(word -> tokens(word.text())).toList();
        List<Mark> marks = new ArrayList<>();
        for (int from = 0; from < tokens.size(); ) {
            Mark mark = longest(row, tokens, from);
            if (mark == null) {
                from++;
            } else {
                marks.add(mark);
                from = mark.last + 1;
            }
        }
        return marks;
    }

    private static @Nullable Mark longest(Row row, List<List<String>> tokens, int from) {
        for (Phrase phrase : PHRASES) {
            int last = end(tokens, from, phrase.compact());
            if (last >= 0) {
                return new Mark(phrase.label, String.join(" ", phrase.words), from, last, row.place(from, last));
            }
        }
        return null;
    }

    /** The last word of a phrase that begins at a word, or -1; readers glue words together and tear them apart. */
    private static int end(List<List<String>> tokens, int from, String phrase) {
        String read = "";
        for (int i = from; i < tokens.size(); i++) {
            read += String.join("", tokens.get(i));
            if (!phrase.startsWith(read)) {
                return -1;
            }
            if (phrase.equals(read)) {
                return i;
            }
        }
        return -1;
    }

    /** Lower case, without marks: {@code P.O.} is po, {@code #} is no, {@code Sub-total} is sub total. */
    private static List<String> tokens(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace("#", " no ").replace(".", "").replaceAll("\\(s\\)", "s")
                .replaceAll("[^a-z0-9]+", " ").trim();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    private record Phrase(Label label, List<String> words) {

        String compact() {
            return String.join("", words);
        }
    }

    /** A label as printed: which, by what phrase, from which to which word of its row. */
    record Mark(Label label, String phrase, int first, int last, Row.Place place) {

        /** A phrase of several words is rarely there by accident. */
        boolean isStrong() {
            return phrase.indexOf(' ') > 0 || phrase.length() > 4 && label != Label.TOTAL;
        }
    }
}
