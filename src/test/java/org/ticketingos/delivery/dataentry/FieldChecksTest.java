package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 2);

    @Test
    void a_complete_invoice_has_no_finding() {
        assertThat(FieldChecks.findings(invoice(), TODAY, true)).isEmpty();
    }

    @Test
    void an_empty_form_names_what_is_needed() {
        assertThat(FieldChecks.findings(Map.of(), TODAY, true)).containsOnlyKeys("documentType");
        assertThat(FieldChecks.findings(Map.of("documentType", "invoice"), TODAY, true)).containsOnlyKeys(
                "vendor", "documentNumber", "documentDate", "currency", "total", "ledgerCode");
    }

    @ParameterizedTest
    @CsvSource({
        "total, 1181.00", "total, 1180.01", "net, 10OO.00", "tax, 180.001", "documentDate, 2026-04-04",
        "documentDate, 2015-12-31", "documentDate, 31.03.2026", "dueDate, 2026-03-30", "dueDate, soon",
        "taxId, 24AANFA2641L1ZK", "currency, RUPEE", "documentType, letter"
    })
    void one_wrong_field_is_named(String field, String value) {
        Map<String, String> fields = invoice();
        fields.put(field, value);

        assertThat(FieldChecks.findings(fields, TODAY, true)).containsOnlyKeys(field);
    }

    @Test
    void a_total_rounded_to_the_whole_rupee_still_adds_up() {
        Map<String, String> fields = invoice();
        fields.putAll(Map.of("net", "999.60", "tax", "179.93", "total", "1180"));

        assertThat(FieldChecks.findings(fields, TODAY, true)).isEmpty();
    }

    @Test
    void a_client_without_a_chart_of_accounts_needs_no_ledger_code() {
        Map<String, String> fields = invoice();
        fields.remove("ledgerCode");

        assertThat(FieldChecks.findings(fields, TODAY, false)).isEmpty();
        assertThat(FieldChecks.findings(fields, TODAY, true)).containsOnlyKeys("ledgerCode");
    }

    @Test
    void a_goods_receipt_needs_no_amounts() {
        assertThat(FieldChecks.findings(Map.of("documentType", "goods-receipt", "vendor", "Bharat Paper",
                "documentNumber", "GRN-88", "documentDate", "2026-03-31"), TODAY, true)).isEmpty();
    }

    static Map<String, String> invoice() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("documentType", "invoice");
        fields.put("vendor", "Bharat Paper Mills Pvt Ltd");
        fields.put("documentNumber", "BPM/2526/0417");
        fields.put("documentDate", "2026-03-31");
        fields.put("dueDate", "2026-04-30");
        fields.put("taxId", "24AAQCA8719H1ZC");
        fields.put("currency", "INR");
        fields.put("net", "1000.00");
        fields.put("tax", "180.00");
        fields.put("total", "1180.00");
        fields.put("ledgerCode", "5100");
        return fields;
    }
}
