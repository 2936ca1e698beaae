package org.ticketingos.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClientException;
import org.ticketingos.access.SsoRefused.Why;

/**
 * Takes people back from the provider: once its token has proven who they are there, they are who they are here, with our
 * roles. It stands for the password only; a second factor of ours is asked for all the same.
 */
class SsoReturn extends OAuth2LoginAuthenticationFilter {

    static final String PATH = "/login/sso/back";

    private static final Logger LOG = LoggerFactory.getLogger(SsoReturn.class);

    private static final int MOST_LETTERS = 300;

    private final SsoSettings settings;
    private final SsoPeople people;
    private final Users users;

    SsoReturn(
            SsoProvider provider, AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked,
            SsoSettings settings, SsoPeople people, Users users) {
        super(provider.registrations(), new NothingKept(), PATH);
        this.settings = settings;
        this.people = people;
        this.users = users;
        setAuthorizationRequestRepository(asked);
        setAuthenticationManager(provider.manager());
    }

    /** Where the log-in screen says why. */
    static String login(Why why) {
        return "/login?sso=" + why.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        OidcUser who = proven(request, response);
        String issuer = who.getIssuer().toString();
        boolean verified = settings.trustsMail() || "true".equals(String.valueOf(who.getClaims().get("email_verified")));
        String login = Scope.system(() -> people.login(issuer, who.getSubject(), who.getEmail(), verified));
        Account account = users.account(String.valueOf(login))
                .filter(Account::isEnabled)
                .orElseThrow(() -> new SsoRefused(Why.OFF));
        account.eraseCredentials();
        if (account.needsCode()) {
            throw new CodeMissing(account);
        }
        return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    }

    private OidcUser proven(HttpServletRequest request, HttpServletResponse response) {
        try {
            Authentication token = super.attemptAuthentication(request, response);
            if (token.getPrincipal() instanceof OidcUser user) {
                return user;
            }
            throw new SsoRefused(Why.REFUSED);
        } catch (OAuth2AuthenticationException e) {
            LOG.warn("single sign-on was refused: {}", printable(e.getError().toString()));
            boolean cancelled = e.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED);
            boolean away = e.getCause() instanceof RestClientException
                    || e.getCause() != null && e.getCause().getCause() instanceof RestClientException;
            throw new SsoRefused(cancelled ? Why.CANCELLED : away ? Why.UNREACHABLE : Why.REFUSED);
        } catch (AuthenticationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("the provider of single sign-on cannot be asked", e);
            throw new SsoRefused(Why.UNREACHABLE);
        }
    }

    /** Part of it came with the browser's address. */
    private static String printable(String text) {
        return text.substring(0, Math.min(text.length(), MOST_LETTERS)).replaceAll("\\p{Cntrl}", " ");
    }

    /** We never call the provider in somebody's name, so its access tokens end here. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client, Authentication who, HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing is kept.
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // Nothing was kept.
        }
    }
}
