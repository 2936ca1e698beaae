package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ticketingos.client.Money;

/** GST with the worked examples BG-1 to BG-6 of the billing domain. */
class TaxTest {

    @Test
    void within_a_state_each_half_is_nine_percent() {
        Tax tax = tax("18", Supply.INTRA_STATE, "10400").get(0);

        assertThat(tax.cgst()).isEqualTo(rupees("936.00"));
        assertThat(tax.sgst()).isEqualTo(rupees("936.00"));
        assertThat(rupees("10400").plus(tax.sum())).isEqualTo(rupees("12272.00"));
    }

    @Test
    void the_halves_are_rounded_each_and_the_sum_to_the_rupee() {
        Tax tax = tax("18", Supply.INTRA_STATE, "635.25").get(0);
        Money sum = rupees("635.25").plus(tax.sum());

        assertThat(tax.cgst()).isEqualTo(rupees("57.17"));
        assertThat(sum).isEqualTo(rupees("749.59"));
        assertThat(Tax.roundOff(sum)).isEqualTo(rupees("0.41"));
    }

    @Test
    void between_states_the_tax_is_computed_whole_and_not_added_from_halves() {
        Tax tax = tax("18", Supply.INTER_STATE, "635.25").get(0);
        Money sum = rupees("635.25").plus(tax.sum());

        assertThat(tax.igst()).isEqualTo(rupees("114.35"));
        assertThat(sum).isEqualTo(rupees("749.60"));
        assertThat(Tax.roundOff(sum)).isEqualTo(rupees("0.40"));
    }

    @Test
    void what_one_line_rounds_off_the_next_line_makes_good() {
        List<Tax> taxes = tax("12", Supply.INTRA_STATE, "7.60", "7.60");
        Money sum = rupees("15.20").plus(taxes.get(0).sum()).plus(taxes.get(1).sum());

        assertThat(taxes).extracting(Tax::cgst).containsExactly(rupees("0.46"), rupees("0.45"));
        assertThat(taxes).extracting(Tax::sgst).containsExactly(rupees("0.46"), rupees("0.45"));
        assertThat(sum).isEqualTo(rupees("17.02"));
        assertThat(Tax.roundOff(sum)).isEqualTo(rupees("-0.02"));
    }

    @Test
    void an_export_under_a_letter_of_undertaking_bears_no_tax_and_one_without_bears_igst() {
        assertThat(tax("18", Supply.EXPORT_UNDER_LUT, "100").get(0).sum()).isEqualTo(rupees("0"));
        assertThat(tax("18", Supply.EXPORT_WITH_TAX, "100").get(0).igst()).isEqualTo(rupees("18"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BPO/26-27/000001", "A", "Z9-/", "tos/26-27/000001"})
    void a_serial_number_of_sixteen_characters_is_legal(String number) {
        assertThat(new InvoiceNumber(number).value()).isUpperCase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0BPO/26-27/0001", "/A1", "-A1", "A_1", "BPO/26-27/0000001", ""})
    void other_serial_numbers_are_refused(String number) {
        assertThatThrownBy(() -> new InvoiceNumber(number)).hasMessageContaining("not a legal invoice number");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 25-26", "2026-04-01, 26-27", "2099-12-31, 99-00"})
    void the_fiscal_year_starts_in_april(LocalDate day, String year) {
        assertThat(InvoiceNumber.fiscalYear(day)).isEqualTo(year);
        assertThat(InvoiceNumber.of("TOS", year, 1).value()).hasSize(16);
    }

    private static List<Tax> tax(String percent, Supply supply, String... taxable) {
        return Tax.of(List.of(taxable).stream().map(TaxTest::rupees).toList(), new BigDecimal(percent), supply);
    }

    private static Money rupees(String amount) {
        return Money.of(amount, "INR");
    }
}
