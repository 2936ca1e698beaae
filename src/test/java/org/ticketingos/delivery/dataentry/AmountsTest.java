package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ticketingos.delivery.dataentry.Amounts.Decimals;

/** The vectors DN-1 to DN-5 of the number formats we must read. */
class AmountsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "61,15,227.94|6115227.94", "1,23,456.78|123456.78", "1.234,56|1234.56", "1'234.50|1234.50",
        "(123.45)|-123.45", "123.45-|-123.45", "₹975.14|975.14", "Rs.975.14|975.14", "\u3000975.14|975.14",
        "RM3.00|3.00", "1,180.00|1180.00", "500/-|500", "1 234,50|1234.50", "12,34,56,789|123456789"
    })
    void printed_amounts_are_read(String printed, String value) {
        List<Amounts.Amount> read = Amounts.read(printed);

        assertThat(read).extracting(amount -> amount.value().toPlainString()).containsExactly(value);
        assertThat(read).noneMatch(Amounts.Amount::repaired);
    }

    @Test
    void one_comma_before_three_digits_has_two_readings_until_vendor_or_country_is_known() {
        assertThat(values("1,234", Decimals.UNKNOWN)).containsExactly("1234", "1.234");
        assertThat(values("1,234", Decimals.POINT)).containsExactly("1234");
        assertThat(values("1,234", Decimals.COMMA)).containsExactly("1.234");
    }

    @Test
    void letters_that_look_like_digits_are_repaired_and_say_so() {
        assertThat(Amounts.read("l23.4O")).containsExactly(
                new Amounts.Amount(new BigDecimal("123.40"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "Total", "12,34.56,7", "1.2.3", "--", "Oslo", "9%", "1,2345.00", "12:30"})
    void what_is_no_amount_is_not_read(String text) {
        assertThat(Amounts.read(text)).isEmpty();
    }

    private static List<String> values(String text, Decimals decimals) {
        return Amounts.read(text, decimals).stream().map(amount -> amount.value().toPlainString()).toList();
    }
}
