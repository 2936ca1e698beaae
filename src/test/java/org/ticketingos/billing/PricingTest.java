package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.billing.PerTransaction.UnitClass;
import org.ticketingos.billing.Tiers.Tier;
import org.ticketingos.client.Money;

/** The six models with the worked examples PR-1 to PR-21 of the billing domain. */
class PricingTest {

    private static final Currency RUPEE = Currency.getInstance("INR");

    @ParameterizedTest
    @CsvSource({"0, 30000", "2000, 30000", "2001, 30002", "3300, 32600"})
    void hybrid_is_the_base_fee_plus_two_rupees_beyond_the_included_documents(String documents, String price) {
        var hybrid = new Hybrid(of("30000"), of("2000"), of("2"), "document", true);

        assertThat(sum(hybrid.price(of(documents), Proration.FULL))).isEqualByComparingTo(price);
    }

    @Test
    void each_class_has_its_rate_and_urgent_units_their_surcharge() {
        var lines = PerTransaction.price(
                List.of(
                        new UnitClass("Invoices", of("1200"), of("3.00"), BigDecimal.ZERO),
                        new UnitClass("Orders", of("300"), of("4.00"), of("40"))),
                of("25"));

        assertThat(lines).extracting(line -> line.money(RUPEE)).containsExactly(
                rupees("3600"), rupees("1200"), rupees("40"));
        assertThat(sum(lines)).isEqualByComparingTo("4840");
    }

    @Test
    void a_quiet_month_is_lifted_to_the_minimum_by_a_line_of_its_own() {
        assertThat(PerTransaction.topUp(of("3500"), of("5000")).orElseThrow().money(RUPEE)).isEqualTo(rupees("1500"));
        assertThat(PerTransaction.topUp(of("5000"), of("5000"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 12", "10, 102", "11, 110"})
    void graduated_tiers_price_their_own_slices(String quantity, String price) {
        var tiers = new Tiers(List.of(tier("10", "2", "10"), tier("20", "3", "5"), tier(null, "3", "5")));

        assertThat(tiers.graduated(of(quantity))).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({"0, 1300", "10, 1200", "200, 0"})
    void packages_are_charged_once_started(String free, String price) {
        assertThat(Tiers.packages(of("121"), of(free), of("10"), of("100"))).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 12", "100, 210", "100.5, 100.5", "101, 101", "200, 200", "300, 200"})
    void the_volume_tier_of_the_quantity_prices_all_of_it(String quantity, String price) {
        var tiers = new Tiers(List.of(tier("100", "10", "2"), tier("200", "0", "1"), tier(null, "50", "0.5")));

        assertThat(tiers.volume(of(quantity))).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "3, 100", "14, 140", "15, 150", "16, 80", "100, 500"})
    void one_unit_more_can_cost_less_by_volume(String quantity, String price) {
        var tiers = new Tiers(
                List.of(tier("5", "100", "0"), tier("10", "150", "0"), tier("15", "0", "10"), tier(null, "0", "5")));

        assertThat(tiers.volume(of(quantity))).isEqualByComparingTo(price);
    }

    @Test
    void tiers_are_read_from_the_rates_of_a_contract() {
        Map<String, String> rates = Map.of(
                "tier-1", "10", "tier-1-flat", "2", "tier-1-up-to", "10", "tier-2", "5", "tier-2-flat", "3");

        Tiers tiers = Tiers.of(id -> Optional.ofNullable(rates.get(id)).map(PricingTest::of));

        assertThat(tiers.graduated(of("11"))).isEqualByComparingTo("110");
        assertThat(tiers.volume(of("11"))).isEqualByComparingTo("58");
    }

    @Test
    void tiers_without_an_open_end_are_refused() {
        assertThatThrownBy(() -> new Tiers(List.of(tier("5", "1", "1")))).hasMessageContaining("open-ended");
    }

    @Test
    void hours_are_billed_by_the_minute() {
        assertThat(hourly(1, false, 0, null).price(7 * 60 + 50)).isEqualByComparingTo("11750");
    }

    @Test
    void a_started_quarter_of_an_hour_counts_per_entry_or_per_day() {
        List<Integer> entries = List.of(10, 20, 25);
        var perEntry = hourly(15, false, 0, null);
        var perDay = hourly(15, true, 0, null);

        assertThat(perEntry.minutes(entries)).isEqualTo(75);
        assertThat(perEntry.price(75)).isEqualByComparingTo("1875");
        assertThat(perDay.minutes(entries)).isEqualTo(60);
        assertThat(perDay.price(60)).isEqualByComparingTo("1500");
    }

    @Test
    void a_call_out_is_billed_at_least_for_two_hours_and_never_above_the_cap() {
        var callOut = hourly(1, false, 120, null);

        assertThat(callOut.price(callOut.minutes(List.of(45)))).isEqualByComparingTo("3000");
        assertThat(callOut.minutes(List.of())).isZero();
        assertThat(hourly(1, false, 0, "10000").price(470)).isEqualByComparingTo("10000");
    }

    @Test
    void a_share_of_the_gain_stays_between_floor_and_cap() {
        assertThat(Outcome.share(of("15"), of("1000000"), of("200000"), of("50000"), null, null))
                .isEqualByComparingTo("112500");
        assertThat(Outcome.share(of("15"), of("1000000"), of("200000"), of("50000"), null, of("100000")))
                .isEqualByComparingTo("100000");
        assertThat(Outcome.share(of("15"), of("100000"), of("200000"), of("0"), of("0"), null))
                .isEqualByComparingTo("0");
    }

    @Test
    void tickets_reopened_in_the_window_are_not_paid() {
        assertThat(Outcome.resolved(of("500"), of("42"), of("3")).money(RUPEE)).isEqualTo(rupees("19500"));
    }

    @Test
    void a_line_is_rounded_half_up_once() {
        assertThat(Priced.of("x", of("1"), "u", of("0.005")).money(RUPEE)).isEqualTo(rupees("0.01"));
        assertThat(Priced.of("x", of("3"), "u", of("0.0049")).money(RUPEE)).isEqualTo(rupees("0.01"));
    }

    private static Hourly hourly(int increment, boolean perDay, int minimum, @Nullable String cap) {
        return new Hourly(of("1500"), increment, perDay, minimum, cap == null ? null : of(cap));
    }

    private static Tier tier(@Nullable String upTo, String flat, String perUnit) {
        return new Tier(upTo == null ? null : of(upTo), of(flat), of(perUnit));
    }

    private static BigDecimal sum(List<Priced> lines) {
        return lines.stream().map(Priced::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static Money rupees(String amount) {
        return Money.of(amount, "INR");
    }
}
