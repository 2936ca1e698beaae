package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeTest {

    private static final List<String> KNOWN =
            List.of("acme-traders.example", "hooli.in", "acme.in", "globex.co.in", "itc.in", "initech.com");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "acme-traders.example, -",
        "mail.acme-traders.example, -",
        "acrne-traders.example, acme-traders.example",
        "аcme-traders.example, acme-traders.example",
        "xn--cme-traders-xij.example, acme-traders.example",
        "acme-trader.example, acme-traders.example",
        "amce-traders.example, acme-traders.example",
        "acme-traders.com, acme-traders.example",
        "acme-traders.example.evil.example, acme-traders.example",
        "acme-traders-billing.example, acme-traders.example",
        "g1obex.co.in, globex.co.in",
        "gl0bex.co.in, globex.co.in",
        "initech.co, initech.com",
        "initiative.com, -",
        "acme-india.in, acme.in",
        "acne.in, -",
        "itc-india.in, -",
        "itb.in, -",
        "somebody.example, -",
        "'', -"
    })
    void a_domain_that_pretends_to_be_a_known_one_is_found(String domain, @Nullable String pretended) {
        assertThat(LookAlike.of(domain, KNOWN)).isEqualTo(Optional.ofNullable(pretended));
    }
}
