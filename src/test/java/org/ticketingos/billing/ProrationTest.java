package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.billing.Fte.Basis;
import org.ticketingos.client.Money;

/** Parts of a month with the worked examples BR-1 to BR-7 of the billing domain. */
class ProrationTest {

    @ParameterizedTest
    @CsvSource({
        "2023-05-23, 2023-06-15, 2023-06-23, 0.741935484, 33387.10, 18548.39",
        "2023-06-23, 2023-07-15, 2023-07-23, 0.733333333, 33000.00, 18333.33",
        "2023-02-23, 2023-03-15, 2023-03-23, 0.714285714, 32142.86, 17857.14"
    })
    void a_cut_period_costs_its_days(
            LocalDate start, LocalDate end, LocalDate periodEnd, BigDecimal ratio, String big, String small) {
        Proration part = Proration.between(start, end, start, periodEnd);

        assertThat(part.of(BigDecimal.ONE).setScale(9, RoundingMode.HALF_UP)).isEqualTo(ratio);
        assertThat(rupees(part.of(new BigDecimal("45000")))).isEqualTo(Money.of(big, "INR"));
        assertThat(rupees(part.of(new BigDecimal("25000")))).isEqualTo(Money.of(small, "INR"));
    }

    @Test
    void a_cancelled_period_gives_back_the_complement() {
        Proration used = new Proration(19, 29);

        assertThat(used.of(new BigDecimal("25")).setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("16.38");
        assertThat(used.credit(new BigDecimal("25"), 2)).isEqualByComparingTo("8.62");
    }

    @Test
    void a_contract_of_the_31st_returns_to_the_31st() {
        LocalDate start = LocalDate.of(2026, 1, 31);

        assertThat(List.of(1, 2, 3, 4)).extracting(month -> Proration.anchor(start, month).toString())
                .containsExactly("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    }

    @ParameterizedTest
    @CsvSource({"true, 16000", "false, 15000"})
    void half_a_month_may_or_may_not_halve_the_included_documents(boolean prorates, String price) {
        var hybrid = new Hybrid(
                new BigDecimal("30000"), new BigDecimal("2000"), new BigDecimal("2"), "document", prorates);

        BigDecimal sum = hybrid.price(new BigDecimal("1500"), new Proration(15, 30)).stream()
                .map(Priced::exact)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAYS, 18, 22, 36818.18",
        "FIXED_30, 28, 28, 45000.00",
        "FIXED_30, 27, 28, 40500.00",
        "FIXED_30, 30, 31, 45000.00",
        "ACTUAL_CALENDAR, 31, 31, 45000.00"
    })
    void a_seat_costs_the_days_it_was_covered(Basis basis, int covered, int days, String price) {
        assertThat(rupees(Fte.price(new BigDecimal("45000"), basis, covered, days)))
                .isEqualTo(Money.of(price, "INR"));
    }

    private static Money rupees(BigDecimal amount) {
        return new Money(amount, Currency.getInstance("INR"));
    }
}
