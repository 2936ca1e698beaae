package org.ticketingos.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ticketingos.ticket.TicketRefused;

class AddressGuardTest {

    private final AddressGuard strict = guard(false, false);

    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254",
        "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.7", "[::1]", "[::]", "[fe80::1]", "[fc00::1]",
        "[fd12:3456::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:192.168.0.1]", "[2002:7f00:1::]", "[2001::1]",
        "[64:ff9b::a00:1]", "localhost", "2130706433", "0x7f.1"})
    void what_lies_behind_the_walls_is_closed(String host) {
        assertThatThrownBy(() -> strict.open(strict.check("https://" + host + "/")))
                .isInstanceOfAny(AddressGuard.Closed.class, TicketRefused.class, java.net.UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "9.255.255.255", "[2606:2800:220:1::1]"})
    void the_open_internet_is_open(String host) {
        assertThatCode(() -> strict.open(strict.check("https://" + host + "/"))).doesNotThrowAnyException();
    }

    @Test
    void plain_http_is_for_this_computer_and_only_where_it_is_allowed() throws Exception {
        assertThatThrownBy(() -> strict.check("http://93.184.216.34/")).hasMessageContaining("https://");
        AddressGuard trying = guard(true, false);
        assertThat(trying.open(trying.check("http://127.0.0.1/")).isLoopbackAddress()).isTrue();
        assertThatThrownBy(() -> trying.open(URI.create("http://93.184.216.34/"))).isInstanceOf(AddressGuard.Closed.class);
    }

    @Test
    void private_networks_open_by_configuration_but_link_local_never() {
        AddressGuard inside = guard(false, true);
        assertThatCode(() -> inside.open(URI.create("https://10.0.0.1/"))).doesNotThrowAnyException();
        assertThatCode(() -> inside.open(URI.create("https://[fd00::1]/"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> inside.open(URI.create("https://169.254.169.254/"))).isInstanceOf(AddressGuard.Closed.class);
        assertThatThrownBy(() -> inside.open(URI.create("https://127.0.0.1/"))).isInstanceOf(AddressGuard.Closed.class);
    }

    @Test
    void a_name_that_leads_home_is_not_connected_to() throws IOException {
        try (Receiver receiver = new Receiver()) {
            Wire.Answer answer = new Wire(strict)
                    .post(receiver.url().replace("http:", "https:"), Map.of(), "{}");
            assertThat(answer.sentence()).contains("may not reach");
            assertThat(receiver.calls).isEmpty();
        }
    }

    @Test
    void who_never_answers_and_who_talks_nonsense_cost_seconds_not_hours() throws IOException {
        AddressGuard trying = guard(true, false);
        try (ServerSocket mute = new ServerSocket(0)) {
            Wire.Answer answer = new Wire(trying, Duration.ofMillis(300))
                    .post("http://localhost:" + mute.getLocalPort() + "/", Map.of(), "{}");
            assertThat(answer.status()).isNull();
            assertThat(answer.sentence()).contains("took longer");
        }
        assertThat(new Wire(trying).post("http://localhost:1/", Map.of(), "{}").sentence()).contains("connection failed");
    }

    private static AddressGuard guard(boolean loopback, boolean privateAddresses) {
        return new AddressGuard(new WebhookSettings(true, loopback, privateAddresses));
    }
}
