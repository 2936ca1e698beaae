package org.ticketingos.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The provider as it describes itself, asked when first needed, so that we start while it is away. */
@Component
class SsoProvider {

    static final String ID = "sso";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    private final SsoSettings settings;
    private volatile @Nullable ClientRegistration known;

    SsoProvider(SsoSettings settings) {
        this.settings = settings;
    }

    /** No bean of the library's own kind: whatever finds one would change the log-out, too. */
    ClientRegistrationRepository registrations() {
        return this::find;
    }

    private @Nullable ClientRegistration find(String id) {
        return settings.isOn() && id.equals(ID) ? registration() : null;
    }

    private ClientRegistration registration() {
        ClientRegistration found = known;
        if (found == null) {
            ClientRegistration.Builder asked = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .scope("openid", "email", "profile")
                    .redirectUri("{baseUrl}" + SsoReturn.PATH);
            if (settings.clientSecret().isEmpty()) {
                asked.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
            } else {
                asked.clientSecret(settings.clientSecret());
            }
            found = asked.build();
            known = found;
        }
        return found;
    }

    /** Exchanges the code, checks signature, issuer, audience, times and nonce of the token, asks who it is. */
    AuthenticationManager manager() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(patient())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        RestTemplate asking = new RestTemplate(patient());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService plain = new DefaultOAuth2UserService();
        plain.setRestOperations(asking);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(plain);
        OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(SsoProvider::algorithm);
        OidcAuthorizationCodeAuthenticationProvider provider =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
        provider.setJwtDecoderFactory(decoders);
        return new ProviderManager(provider);
    }

    /** RS256, which every provider has to have (OpenID Connect Discovery 1.0, section 3), else its first public one. */
    private static SignatureAlgorithm algorithm(ClientRegistration registration) {
        Object names = registration.getProviderDetails().getConfigurationMetadata()
                .get("id_token_signing_alg_values_supported");
        List<SignatureAlgorithm> known = names instanceof List<?> list
                ? list.stream().map(name -> SignatureAlgorithm.from(String.valueOf(name))).filter(one -> one != null).toList()
                : List.of();
        return known.isEmpty() || known.contains(SignatureAlgorithm.RS256) ? SignatureAlgorithm.RS256 : known.get(0);
    }

    private static SimpleClientHttpRequestFactory patient() {
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(CONNECT);
        factory.setReadTimeout(READ);
        return factory;
    }
}
