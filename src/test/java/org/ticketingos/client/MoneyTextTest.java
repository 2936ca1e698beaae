package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MoneyTextTest {

    private static final Locale INDIA = Locale.forLanguageTag("en-IN");

    @Test
    void indian_amounts_are_grouped_by_lakh_and_crore() {
        assertThat(MoneyText.format(Money.of("307200", "INR"), INDIA)).isEqualTo("₹3,07,200.00");
        assertThat(MoneyText.format(Money.of("-12345678.50", "INR"), INDIA)).isEqualTo("-₹1,23,45,678.50");
        assertThat(MoneyText.format(Money.of("1234567890.50", "INR"), INDIA)).isEqualTo("₹1,23,45,67,890.50");
    }

    @Test
    void a_german_reader_gets_points_a_comma_and_the_sign_behind() {
        assertThat(MoneyText.format(Money.of("1234567.5", "EUR"), Locale.GERMANY)).isEqualTo("1.234.567,50\u00a0€");
    }

    @Test
    void a_currency_without_small_coins_shows_none() {
        assertThat(MoneyText.format(Money.of("21914", "JPY"), Locale.US)).isEqualTo("¥21,914");
    }

    @Test
    void a_number_is_spelled_in_lakh_and_crore() {
        ULocale india = new ULocale("en_IN");

        assertThat(MoneyText.spell(new BigDecimal("307200"), india)).isEqualTo("three lakh seven thousand two hundred");
        assertThat(MoneyText.spell(new BigDecimal("12345678"), india))
                .isEqualTo("one crore twenty-three lakh forty-five thousand six hundred seventy-eight");
    }

    @Test
    void words_name_the_currency_and_its_small_coins() {
        assertThat(MoneyText.inWords(Money.of("307200", "INR"), INDIA))
                .isEqualTo("three lakh seven thousand two hundred Indian rupees");
        assertThat(MoneyText.inWords(Money.of("4.13", "INR"), INDIA))
                .isEqualTo("four Indian rupees and thirteen paise");
        assertThat(MoneyText.inWords(Money.of("-1.00", "USD"), Locale.US)).isEqualTo("minus one US dollar");
        assertThat(MoneyText.inWords(Money.of("2.005", "KWD"), Locale.UK)).isEqualTo("two Kuwaiti dinars and 5 / 1000");
    }

    @Test
    void a_rate_shows_the_decimals_it_has() {
        assertThat(MoneyText.number(new BigDecimal("0.123400"), 2, INDIA)).isEqualTo("0.1234");
        assertThat(MoneyText.number(new BigDecimal("123456.5"), 2, INDIA)).isEqualTo("1,23,456.50");
    }
}
