package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ticketingos.document.Text;

class ProposerTest {

    private static final Known ACME =
            new Known("Acme Traders", "IN", "29AABCR1718E1ZL", List.of(), LocalDate.of(2026, 8, 1));

    private static final String INVOICE = """
            Bharat Paper Mills Pvt Ltd
            14 Mill Road, Pune 411001, Maharashtra
            GSTIN: 24AAQCA8719H1ZC
                                     TAX INVOICE

            Invoice No: BPM/2526/0417                 Invoice date: 14/07/2026
            Order No: PO-88120                        Due date: 13/08/2026
            Bill to
            Acme Traders
            7 Dock Street, Mumbai
            GSTIN: 29AABCR1718E1ZL

            Description               Quantity    Unit price      Amount
            Copier paper A4, 80 g           40        250.00   10,000.00
            Kraft envelopes C5              12        118.50    1,422.00

                                             Net amount        11,422.00
                                             CGST 9%            1,027.98
                                             SGST 9%            1,027.98
                                             Grand total INR   13,477.96

            Account no 50200012345678, IFSC PUNB0123400""";

    @Test
    void an_invoice_is_read_field_by_field() {
        Map<String, Proposal> found = read(INVOICE).fields();

        assertThat(values(found)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("documentType", "invoice"),
                Map.entry("vendor", "Bharat Paper Mills Pvt Ltd"),
                Map.entry("documentNumber", "BPM/2526/0417"),
                Map.entry("documentDate", "2026-07-14"),
                Map.entry("dueDate", "2026-08-13"),
                Map.entry("orderNumber", "PO-88120"),
                Map.entry("taxId", "24AAQCA8719H1ZC"),
                Map.entry("currency", "INR"),
                Map.entry("net", "11422.00"),
                Map.entry("tax", "2055.96"),
                Map.entry("total", "13477.96")));
    }

    @Test
    void what_arithmetic_or_a_check_digit_proves_says_so() {
        Map<String, Proposal> found = read(INVOICE).fields();

        assertThat(found.get("total").confidence()).isGreaterThanOrEqualTo(Proposal.PROVEN);
        assertThat(found.get("total").evidence())
                .contains("adds up: 11422.00 + 2055.96 = 13477.96", "after \"grand total\"");
        assertThat(found.get("taxId").evidence()).containsExactly("check digit holds");
        assertThat(found.get("total").place()).satisfies(place -> {
            assertThat(place.page()).isEqualTo(1);
            assertThat(place.x()).isEqualTo(0.51);
        });
    }

    @Test
    void lines_are_proposed_only_where_quantity_times_price_and_the_sum_prove_them() {
        assertThat(read(INVOICE).lines()).containsExactly(
                new LineItem("Copier paper A4, 80 g", "40", "250.00", "10000.00"),
                new LineItem("Kraft envelopes C5", "12", "118.50", "1422.00"));
        assertThat(read(INVOICE.replace("118.50 ", "113.50 ")).lines()).isEmpty();
        assertThat(read(INVOICE.replace("10,000.00", "10,800.00").replace("250.00", "270.00")).lines()).isEmpty();
    }

    @Test
    void one_changed_digit_stops_the_proof() {
        Map<String, Proposal> found = read(INVOICE.replace("13,477.96", "18,477.96")).fields();

        assertThat(found.get("total").confidence()).isLessThan(Proposal.PROVEN);
        assertThat(found.get("total").evidence()).contains("nothing proves it: no net + tax = total");
    }

    @Test
    void amounts_that_add_up_by_chance_prove_nothing() {
        Map<String, Proposal> found = read("""
                RECEIPT
                Coffee      8.00
                Cake       52.00
                Total      60.00
                Cash      100.00
                Change     40.00""").fields();

        assertThat(found.get("total").value()).isEqualTo("60.00");
        assertThat(found.get("total").confidence()).isLessThan(Proposal.PROVEN);
    }

    @Test
    void labels_that_the_reader_glued_together_are_still_labels() {
        Map<String, Proposal> found = read("""
                TAX INVOICE
                InvoiceNo:  A-17      InvoiceDate:  20 Jan 2026
                SubTotal    100.00
                GST         18.00
                GrandTotal  118.00""").fields();

        assertThat(values(found)).containsAllEntriesOf(Map.of(
                "documentNumber", "A-17", "documentDate", "2026-01-20", "net", "100.00", "total", "118.00"));
        assertThat(found.get("total").confidence()).isEqualTo(99);
    }

    @Test
    void an_amount_from_a_picture_alone_is_never_trusted() {
        Map<String, Proposal> found = Proposer.propose(Typed.scan("""
                INVOICE
                Invoice no 17
                Total        3975.14"""), ACME).fields();

        assertThat(found.get("total").value()).isEqualTo("3975.14");
        assertThat(found.get("total").confidence()).isLessThanOrEqualTo(Proposal.UNPROVEN_READING);
    }

    @Test
    void a_date_whose_day_and_month_could_be_swapped_is_doubtful_and_follows_the_country() {
        String text = INVOICE.replace("14/07/2026", "03/04/2026");
        Known american = new Known("Acme Traders", "US", null, List.of(), LocalDate.of(2026, 8, 1));

        assertThat(read(text).fields().get("documentDate")).satisfies(date -> {
            assertThat(date.value()).isEqualTo("2026-04-03");
            assertThat(date.confidence()).isLessThanOrEqualTo(65);
            assertThat(date.evidence()).contains("day and month could be swapped: 2026-03-04");
        });
        assertThat(Proposer.propose(Typed.page(text), american).fields().get("documentDate").value())
                .isEqualTo("2026-03-04");
    }

    @Test
    void values_below_their_labels_are_found() {
        Map<String, Proposal> found = read("""
                PURCHASE ORDER
                Acme Traders
                Supplier
                Nordwind Logistik GmbH
                Hafen 3, Hamburg

                Order number        Order date        Delivery date
                4500017722          2026-07-01        2026-07-20

                Item                Qty     Price        Amount
                Pallet              3       40,00        120,00
                Freight             1       1.080,00     1.080,00

                Subtotal                                 1.200,00
                VAT 19%                                  228,00
                Total EUR                                1.428,00""").fields();

        assertThat(values(found)).containsAllEntriesOf(Map.of(
                "documentType", "purchase-order", "vendor", "Nordwind Logistik GmbH",
                "documentNumber", "4500017722", "documentDate", "2026-07-01", "currency", "EUR",
                "net", "1200.00", "tax", "228.00", "total", "1428.00"));
        assertThat(found).doesNotContainKey("orderNumber");
    }

    @Test
    void a_goods_receipt_has_numbers_and_dates_and_no_amounts() {
        Map<String, Proposal> found = read("""
                Goods Receipt Note
                GRN No: GRN-2231        Date: 05-Jul-2026
                PO No: PO-88120
                Supplier: Bharat Paper Mills Pvt Ltd
                Item                     Quantity
                Copier paper             40""").fields();

        assertThat(values(found)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "documentType", "goods-receipt", "documentNumber", "GRN-2231", "documentDate", "2026-07-05",
                "orderNumber", "PO-88120", "vendor", "Bharat Paper Mills Pvt Ltd"));
    }

    @Test
    void a_stock_sheet_is_told_by_its_title() {
        Map<String, Proposal> found = read("""
                STOCK COUNT SHEET
                Sheet no 12      Counted on 30 June 2026
                Item             Counted
                Bolt M8          1,200""").fields();

        assertThat(values(found)).containsAllEntriesOf(Map.of(
                "documentType", "stock-sheet", "documentNumber", "12", "documentDate", "2026-06-30"));
    }

    @Test
    void a_vendor_seen_before_is_known_by_its_tax_id_even_when_its_name_is_a_logo() {
        Known known = new Known("Acme Traders", "IN", null,
                List.of(new KnownVendor("Bharat Paper Mills Pvt Ltd", "24AAQCA8719H1ZC", "INR", 7)), ACME.today());

        Proposal vendor = Proposer.propose(Typed.page(INVOICE.replace("Bharat Paper Mills Pvt Ltd", "~~~")), known)
                .fields().get("vendor");

        assertThat(vendor.value()).isEqualTo("Bharat Paper Mills Pvt Ltd");
        assertThat(vendor.evidence()).contains("tax id known", "seen 7 times here");
    }

    @Test
    void a_misread_tax_id_is_mended_only_as_far_as_its_check_digit_proves_and_says_so() {
        Proposal mended = read(INVOICE.replace("24AAQCA8719H1ZC", "24AAQCAB719H1ZC")).fields().get("taxId");

        assertThat(mended.value()).isEqualTo("24AAQCA8719H1ZC");
        assertThat(mended.confidence()).isEqualTo(60);
        assertThat(read(INVOICE.replace("24AAQCA8719H1ZC", "24AAQCA3719H1ZC")).fields().get("taxId").confidence())
                .isLessThan(30);
    }

    @Test
    void empty_pages_and_prose_give_no_amounts() {
        assertThat(Proposer.propose(new Text(List.of()), ACME)).isEqualTo(Proposals.NONE);
        assertThat(read("Dear all, please find the papers of 2026 attached. Call 98200 12345. Regards").fields())
                .doesNotContainKeys("net", "tax", "total", "documentNumber", "taxId", "documentDate");
    }

    private static Proposals read(String lines) {
        return Proposer.propose(Typed.page(lines), ACME);
    }

    private static Map<String, String> values(Map<String, Proposal> found) {
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
    }
}
