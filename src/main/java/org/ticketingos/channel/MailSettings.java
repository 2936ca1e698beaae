package org.ticketingos.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mail comes from and who we are in it; sending is {@code spring.mail.*}.
 *
 * @param host none: no mail is fetched
 * @param tls talk TLS from the first byte (port 993)
 * @param address our own address: sender of all we write
 * @param poll how often the mailbox is looked into; from 10 s on the server is also asked to ring (IDLE)
 * @param senderLimit mails of one sender in ten minutes before the rest is kept aside
 * @param proofBy the name our mail server writes into Authentication-Results; empty: senders count as not checked
 */
@ConfigurationProperties("ticketingos.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("143") int port,
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("support@ticketingos.example") String address,
        @DefaultValue("TicketingOS Support") String displayName,
        @DefaultValue("60s") Duration poll,
        @DefaultValue("30") int senderLimit,
        @DefaultValue("") String proofBy) {

    /** Names the mailbox for ever, whatever its password. */
    String mailbox() {
        return user + "@" + host + "/" + folder;
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
