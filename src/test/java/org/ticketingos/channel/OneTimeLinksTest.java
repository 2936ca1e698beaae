package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeLinksTest {

    @ParameterizedTest
    @ValueSource(strings = {"sign-off", "survey", "password"})
    void a_reader_of_the_conversation_cannot_follow_a_link_that_decides_for_somebody(String page) {
        String mail = "Here:\nhttps://desk.example/" + page + "/0f3c9a5b7d1e2f4a6b8c0d1e2f3a4b5c\n\nThank you.";

        assertThat(OneTimeLinks.hidden(mail)).isEqualTo("Here:\nhttps://desk.example/" + page + "/…\n\nThank you.");
    }

    @Test
    void other_links_stay_as_they_are() {
        String mail = "See https://desk.example/survey/ and https://acme.example/orders/0f3c9a5b7d1e2f4a6b8c0d1e2f3a4b5c";

        assertThat(OneTimeLinks.hidden(mail)).isEqualTo(mail);
    }
}
