package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.WorkItem;

/**
 * A keyed document as the ERP takes it.
 *
 * @param key the same document has the same key whoever sends it, how often ever
 * @param reference id of the work item
 * @param revision 1, or one more for each correction after the first posting
 * @param replaces key of the revision before; null for the first
 */
record Entry(
        String key,
        ClientId client,
        UUID reference,
        int revision,
        @Nullable String replaces,
        String type,
        String vendor,
        String documentNumber,
        @Nullable LocalDate documentDate,
        @Nullable String ledgerCode,
        @Nullable String currency,
        @Nullable BigDecimal net,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal total) {

    static Entry of(WorkItem item, int revision, @Nullable String replaces) {
        Map<String, String> fields = item.fields();
        return new Entry(
                key(item) + (revision == 1 ? "" : "#" + item.id() + "." + revision),
                item.client(),
                item.id(),
                revision,
                replaces,
                item.type(),
                fields.getOrDefault("vendor", ""),
                fields.getOrDefault("documentNumber", ""),
                FieldChecks.date(fields.getOrDefault("documentDate", "")).orElse(null),
                fields.get("ledgerCode"),
                fields.get("currency"),
                FieldChecks.amount(fields, "net").orElse(null),
                FieldChecks.amount(fields, "tax").orElse(null),
                FieldChecks.amount(fields, "total").orElse(null));
    }

    /** Client, type, vendor, number without marks, total; a document without number can only be itself. */
    static String key(WorkItem item) {
        Map<String, String> fields = item.fields();
        String number = normalised(fields.getOrDefault("documentNumber", ""));
        String total = FieldChecks.amount(fields, "total")
                .map(value -> value.setScale(2).toPlainString())
                .orElse("-");
        return String.join("|", item.client().value(), item.type(), KnownVendor.key(fields.getOrDefault("vendor", "")),
                number.isEmpty() ? item.id().toString() : number, total);
    }

    /** {@code BPM/2526-0417} and {@code bpm 2526 0417} are one number. */
    static String normalised(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
