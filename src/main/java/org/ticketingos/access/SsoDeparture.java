package org.ticketingos.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.ticketingos.access.SsoRefused.Why;

/** Sends people to the provider, with state, nonce and PKCE that only their session knows. */
class SsoDeparture extends OncePerRequestFilter {

    static final String PATH = "/login/sso";

    private static final Logger LOG = LoggerFactory.getLogger(SsoDeparture.class);

    private final RequestMatcher here = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PATH);
    private final DefaultOAuth2AuthorizationRequestResolver resolver;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked;

    SsoDeparture(SsoProvider provider, AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked) {
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(provider.registrations(), PATH);
        this.resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.asked = asked;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!here.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            OAuth2AuthorizationRequest leave = resolver.resolve(request, SsoProvider.ID);
            asked.saveAuthorizationRequest(leave, request, response);
            response.sendRedirect(leave.getAuthorizationRequestUri());
        } catch (RuntimeException e) {
            LOG.warn("the provider of single sign-on does not describe itself", e);
            response.sendRedirect(request.getContextPath() + SsoReturn.login(Why.UNREACHABLE));
        }
    }
}
