package org.ticketingos.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @ParameterizedTest(name = "{0}, something at {1}: mailed at {2}")
    @CsvSource({
        "AT_ONCE, 2026-01-21T10:00, 2026-01-21T10:00",
        "HOURLY, 2026-01-21T10:20, 2026-01-21T11:20",
        "DAILY, 2026-01-21T07:59, 2026-01-21T08:00",
        "DAILY, 2026-01-21T08:00, 2026-01-22T08:00",
        "AT_ONCE, 2026-01-21T22:00, 2026-01-22T07:00",
        "AT_ONCE, 2026-01-22T06:59, 2026-01-22T07:00",
        "AT_ONCE, 2026-01-22T07:00, 2026-01-22T07:00",
        "HOURLY, 2026-01-21T20:30, 2026-01-21T21:30",
        "HOURLY, 2026-01-21T21:30, 2026-01-22T07:00"
    })
    void mail_comes_as_wished_and_never_in_the_quiet_hours_of_the_persons_zone(Wish.Mail mail, String at, String out) {
        Wish wish = new Wish(mail, LocalTime.of(22, 0), LocalTime.of(7, 0), KOLKATA);

        assertThat(wish.mailAt(kolkata(at))).isEqualTo(kolkata(out));
    }

    @Test
    void never_is_never_and_without_quiet_hours_none_are_kept() {
        assertThat(new Wish(Wish.Mail.NEVER, null, null, KOLKATA).mailAt(kolkata("2026-01-21T10:00"))).isNull();
        assertThat(new Wish(Wish.Mail.AT_ONCE, null, null, KOLKATA).mailAt(kolkata("2026-01-21T23:00")))
                .isEqualTo(kolkata("2026-01-21T23:00"));
    }

    @Test
    void a_mention_is_an_at_sign_before_a_log_in_and_no_mail_address() {
        assertThat(Telling.mentions("@amy please look, @Ravi. too; not joe@acme.example, not a@b"))
                .containsExactly("amy", "ravi");
        assertThat(Telling.mentions("nobody here @ all")).isEmpty();
    }

    private static Instant kolkata(String local) {
        return LocalDateTime.parse(local).atZone(KOLKATA).toInstant();
    }
}
