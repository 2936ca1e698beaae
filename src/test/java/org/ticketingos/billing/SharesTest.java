package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.client.Money;

/** The 80/20 split with the worked examples BS-1 to BS-3 of the billing domain. */
class SharesTest {

    @ParameterizedTest
    @CsvSource({"10400.00, 2080.00, 8320.00", "3.33, 0.67, 2.66", "-3.33, -0.67, -2.66"})
    void the_platform_is_rounded_and_the_agent_gets_the_complement(String base, String platform, String agent) {
        Money.Split split = Money.of(base, "INR").split(new BigDecimal("0.20"));

        assertThat(split.platform()).isEqualTo(Money.of(platform, "INR"));
        assertThat(split.agent()).isEqualTo(Money.of(agent, "INR"));
    }

    @Test
    void the_odd_paisa_goes_to_the_lowest_name() {
        assertThat(share("8320.00", Map.of("amy", 1, "ravi", 1, "zoe", 1)))
                .containsEntry("amy", Money.of("2773.34", "INR"))
                .containsEntry("ravi", Money.of("2773.33", "INR"))
                .containsEntry("zoe", Money.of("2773.33", "INR"));
    }

    @Test
    void the_odd_paisa_goes_to_the_largest_remainder() {
        assertThat(share("8320.00", Map.of("amy", 1100, "ravi", 1050, "zoe", 1150)))
                .containsEntry("amy", Money.of("2773.33", "INR"))
                .containsEntry("ravi", Money.of("2647.27", "INR"))
                .containsEntry("zoe", Money.of("2899.40", "INR"));
    }

    @Test
    void shares_add_up_for_every_small_sum_and_its_negative() {
        for (int coins = -40; coins <= 40; coins++) {
            Money pool = new Money(BigDecimal.valueOf(coins, 2), Currency.getInstance("INR"));
            Money sum = share(pool.amount().toString(), Map.of("amy", 3, "ravi", 4, "zoe", 7)).values().stream()
                    .reduce(Money.of("0", "INR"), Money::plus);

            assertThat(sum).isEqualTo(pool);
        }
    }

    @Test
    void nothing_is_shared_with_nobody() {
        assertThatThrownBy(() -> share("1.00", Map.of())).hasMessageContaining("nobody");
    }

    private static SortedMap<String, Money> share(String pool, Map<String, Integer> units) {
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        units.forEach((agent, count) -> weights.put(agent, BigDecimal.valueOf(count)));
        return Shares.of(Money.of(pool, "INR"), weights);
    }
}
