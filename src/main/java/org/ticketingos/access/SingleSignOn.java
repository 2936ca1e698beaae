package org.ticketingos.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.stereotype.Component;

/** Logging in with a provider of OpenID Connect (code flow with PKCE), where one is configured. */
@Component
public class SingleSignOn {

    private final SsoSettings settings;
    private final SsoProvider provider;
    private final SsoPeople people;
    private final Users users;

    SingleSignOn(SsoSettings settings, SsoProvider provider, SsoPeople people, Users users) {
        this.settings = settings;
        this.provider = provider;
        this.people = people;
        this.users = users;
    }

    /** What the provider is called on the log-in screen; empty when there is none. */
    public Optional<String> name() {
        return settings.isOn() ? Optional.of(settings.name()) : Optional.empty();
    }

    /** The reasons for which the log-in screen has a sentence. */
    public static boolean isReason(String why) {
        return List.of(SsoRefused.Why.values()).stream().anyMatch(one -> one.name().toLowerCase().equals(why));
    }

    /** The way out and the way back; empty when there is no provider. */
    Optional<Way> way() {
        if (!settings.isOn()) {
            return Optional.empty();
        }
        HttpSessionOAuth2AuthorizationRequestRepository asked = new HttpSessionOAuth2AuthorizationRequestRepository();
        return Optional.of(new Way(
                new SsoDeparture(provider, asked), new SsoReturn(provider, asked, settings, people, users)));
    }

    record Way(SsoDeparture departure, SsoReturn back) {}
}
