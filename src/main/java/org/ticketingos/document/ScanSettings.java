package org.ticketingos.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner, a clamd that listens on TCP.
 *
 * @param address host and port, for example {@code clamd:3310}; empty: files are not checked
 * @param patience without an answer for so long the scanner counts as away
 * @param poll how often is looked for waiting files without being woken
 */
@ConfigurationProperties("ticketingos.scanner")
record ScanSettings(
        @DefaultValue("") String address, @DefaultValue("60s") Duration patience, @DefaultValue("2s") Duration poll) {

    ScanSettings {
        if (!address.isBlank() && !address.strip().matches("[^\\s:]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}")) {
            throw new IllegalArgumentException("ticketingos.scanner.address must be host:port, not " + address);
        }
    }

    boolean isOn() {
        return !address.isBlank();
    }

    String host() {
        return address.strip().replaceAll(":\\d+$", "").replaceAll("^\\[|]$", "");
    }

    int port() {
        return Integer.parseInt(address.strip().replaceAll("^.*:", ""));
    }
}
