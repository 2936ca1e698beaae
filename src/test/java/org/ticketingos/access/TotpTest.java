package org.ticketingos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long seconds, String code) {
        Instant at = Instant.ofEpochSecond(seconds);

        assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(code);
        assertThat(Totp.match(SECRET, code, at)).hasValue(seconds / 30);
    }

    @Test
    void a_code_is_known_one_step_early_and_late_and_not_longer() {
        assertThat(Totp.match(SECRET, "287082", Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(Totp.match(SECRET, "287082", Instant.ofEpochSecond(29))).hasValue(1);
        assertThat(Totp.match(SECRET, "287082", Instant.ofEpochSecond(90))).isEmpty();
        assertThat(Totp.match(SECRET, "87082", Instant.ofEpochSecond(59))).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void letters_are_those_of_the_standard(String text, String letters) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.encode(bytes)).isEqualTo(letters);
        assertThat(Base32.decode(letters.toLowerCase())).isEqualTo(bytes);
        assertThatThrownBy(() -> Base32.decode("MZXW1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_telephone_is_told_all_it_has_to_know() {
        assertThat(Totp.uri("a b@c", SECRET)).isEqualTo("otpauth://totp/TicketingOS:a%20b%40c"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=TicketingOS&algorithm=SHA1&digits=6&period=30");
    }
}
