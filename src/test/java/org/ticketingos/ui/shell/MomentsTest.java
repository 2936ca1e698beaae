package org.ticketingos.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({"5, 5 min", "59, 59 min", "60, 1 h", "185, 3 h 05 min", "1620, 27 h", "-40, 40 min"})
    void business_time_is_told_in_hours_because_a_business_day_has_no_fixed_length(long minutes, String words) {
        assertThat(Moments.span(Duration.ofMinutes(minutes))).isEqualTo(words);
    }

    @Test
    void what_was_is_told_by_how_long_ago_it_was() {
        Instant now = Instant.parse("2026-01-21T10:00:00Z");

        assertThat(Moments.ago(now.minusSeconds(20), now)).isEqualTo("just now");
        assertThat(Moments.ago(now.minusSeconds(300), now)).isEqualTo("5 min ago");
        assertThat(Moments.ago(now.minus(Duration.ofHours(5)), now)).isEqualTo("5 h ago");
        assertThat(Moments.ago(now.minus(Duration.ofDays(3)), now)).isEqualTo("3 d ago");
    }
}
