package org.ticketingos.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far out webhooks may reach.
 *
 * @param sending false leaves all deliveries waiting
 * @param loopback plain HTTP to this computer is allowed, for trying out
 * @param privateAddresses addresses of private networks are allowed
 */
@ConfigurationProperties("ticketingos.webhook")
record WebhookSettings(
        @DefaultValue("true") boolean sending,
        @DefaultValue("false") boolean loopback,
        @DefaultValue("false") boolean privateAddresses) {}
