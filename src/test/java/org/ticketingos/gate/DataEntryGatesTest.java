package org.ticketingos.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ticketingos.delivery.dataentry.KeyedDocument;
import org.ticketingos.delivery.dataentry.KeyedTicket;

class DataEntryGatesTest {

    private static final RuleFile RULES = new RuleFile(
            "lines/data-entry-gates.drl",
            GateFacts.of("data-entry-gates", KeyedDocument.class, KeyedTicket.class));

    private enum Flaw {
        NO_VENDOR,
        NO_NUMBER,
        NO_DATE,
        NO_TOTAL,
        DOES_NOT_ADD_UP,
        TAX_ID,
        AMOUNT,
        OLD,
        NO_LEDGER_CODE,
        TWICE
    }

    @Test
    void a_sound_invoice_passes() {
        assertThat(RULES.reasons(keyed("invoice"), ticket(0, "1"))).isEmpty();
    }

    @Test
    void a_stock_sheet_needs_neither_vendor_nor_number_nor_total() {
        assertThat(RULES.reasons(keyed("stock-sheet", Flaw.NO_VENDOR, Flaw.NO_NUMBER, Flaw.NO_TOTAL)))
                .isEmpty();
    }

    @Test
    void a_document_without_a_vendor_is_incomplete() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.NO_VENDOR)))
                .containsExactly("Document 2: the vendor is missing.");
    }

    @Test
    void a_document_without_a_number_is_incomplete() {
        assertThat(RULES.reasons(keyed("goods-receipt", Flaw.NO_NUMBER)))
                .containsExactly("Document 2: the document number is missing.");
    }

    @Test
    void a_document_without_a_date_is_incomplete() {
        assertThat(RULES.reasons(keyed("stock-sheet", Flaw.NO_DATE)))
                .containsExactly("Document 2: the document date is missing.");
    }

    @Test
    void an_invoice_without_a_total_is_incomplete() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.NO_TOTAL))).containsExactly("Document 2: the total is missing.");
        assertThat(RULES.reasons(keyed("purchase-order", Flaw.NO_TOTAL))).isEmpty();
    }

    @Test
    void an_invoice_without_a_ledger_code_cannot_be_posted() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.NO_LEDGER_CODE)))
                .containsExactly("Document 2: the ledger code is missing.");
    }

    @Test
    void net_and_tax_must_make_the_total() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.DOES_NOT_ADD_UP)))
                .containsExactly("Document 2: net and tax do not make the total.");
    }

    @Test
    void a_tax_id_must_hold_its_check_digit() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.TAX_ID)))
                .containsExactly("Document 2: the check digit of the tax id does not hold.");
    }

    @Test
    void an_amount_has_at_most_two_decimals() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.AMOUNT)))
                .containsExactly("Document 2: an amount is not a number with at most two decimals.");
    }

    @Test
    void a_document_date_lies_within_the_last_ten_years() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.OLD)))
                .containsExactly("Document 2: the document date is in the future or older than ten years.");
    }

    @Test
    void a_document_is_keyed_once() {
        assertThat(RULES.reasons(keyed("invoice", Flaw.TWICE)))
                .containsExactly("Document 2: another document of this ticket has the same vendor, number and total.");
    }

    @Test
    void nothing_is_posted_while_a_document_is_open() {
        assertThat(RULES.reasons(ticket(2, "1")))
                .containsExactly("2 of the documents are neither recorded nor rejected.");
    }

    @Test
    void accuracy_below_the_contract_goes_back_to_the_agent() {
        assertThat(RULES.reasons(ticket(0, "0.991")))
                .containsExactly("Accuracy 0.991 is below the agreed 0.998: the pages prove 3 fields wrong.");
        assertThat(RULES.reasons(ticket(0, "0.998"))).isEmpty();
    }

    @Test
    void every_rule_has_a_test_of_its_name() {
        assertThat(RuleFile.testsOf(getClass())).containsAll(RULES.ruleNames());
    }

    private static KeyedDocument keyed(String type, Flaw... flaws) {
        Set<Flaw> has = EnumSet.noneOf(Flaw.class);
        has.addAll(Set.of(flaws));
        return new KeyedDocument(
                "Document 2",
                type,
                !has.contains(Flaw.NO_VENDOR),
                !has.contains(Flaw.NO_NUMBER),
                !has.contains(Flaw.NO_DATE),
                !has.contains(Flaw.NO_TOTAL),
                !has.contains(Flaw.DOES_NOT_ADD_UP),
                !has.contains(Flaw.TAX_ID),
                !has.contains(Flaw.AMOUNT),
                !has.contains(Flaw.OLD),
                !has.contains(Flaw.NO_LEDGER_CODE),
                has.contains(Flaw.TWICE),
                0);
    }

    private static KeyedTicket ticket(int open, String accuracy) {
        return new KeyedTicket(3, open, 330, 3, new BigDecimal(accuracy), new BigDecimal("0.998"));
    }
}
