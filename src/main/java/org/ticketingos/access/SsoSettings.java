package org.ticketingos.access;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whom people log in with, besides ourselves: one provider of OpenID Connect, or none. */
@Component
class SsoSettings {

    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String name;
    private final boolean trustMail;

    SsoSettings(
            @Value("${ticketingos.sso.issuer:}") String issuer,
            @Value("${ticketingos.sso.client-id:}") String clientId,
            @Value("${ticketingos.sso.client-secret:}") String clientSecret,
            @Value("${ticketingos.sso.name:single sign-on}") String name,
            @Value("${ticketingos.sso.trust-mail:false}") boolean trustMail) {
        this.issuer = issuer.strip();
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret;
        this.name = name.strip();
        this.trustMail = trustMail;
        if (isOn()) {
            check();
        }
    }

    private void check() {
        URI address;
        try {
            address = URI.create(issuer);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ticketingos.sso.issuer is no address: " + issuer, e);
        }
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && OURSELVES.contains(String.valueOf(address.getHost()));
        if (!safe) {
            throw new IllegalStateException("ticketingos.sso.issuer must begin with https://");
        }
        if (clientId.isEmpty()) {
            throw new IllegalStateException("ticketingos.sso.issuer is set, ticketingos.sso.client-id is not");
        }
    }

    boolean isOn() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    /** Empty for a client without one; then PKCE alone binds the answer to us. */
    String clientSecret() {
        return clientSecret;
    }

    String name() {
        return name;
    }

    /** Whether this provider's mail addresses count as verified though it does not say so. */
    boolean trustsMail() {
        return trustMail;
    }
}
