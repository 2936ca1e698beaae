package org.ticketingos.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The second half of a log-in: takes the code, and only then makes the session somebody's. */
class CodeStep extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/login/code";

    private final SecondFactors factors;
    private final Users users;
    private final Clock clock;

    CodeStep(SecondFactors factors, Users users, Clock clock) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.factors = factors;
        this.users = users;
        this.clock = clock;
        setAuthenticationManager(attempt -> {
            throw new AuthenticationServiceException("nobody is asked here");
        });
        setAuthenticationFailureHandler((request, response, refused) -> response.sendRedirect(
                request.getContextPath()
                        + (refused instanceof Refused why ? PATH + "?error=" + why.key : "/login?late")));
    }

    /** Why a code was not taken, as the key of a phrase. */
    private static final class Refused extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final String key;

        Refused(AccessRefused refused) {
            super(refused.getMessage());
            this.key = refused.key();
        }
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        HalfLoggedIn half = HalfLoggedIn.of(request.getSession(false), clock.instant()).orElseThrow(CodeStep::late);
        account(half);
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        try {
            if (half.draft() == null) {
                FreshProof.accept(Scope.system(() -> factors.check(half.account().getUsername(), code)));
            } else {
                String secret = half.draft().secret();
                HalfLoggedIn.keepCodes(request.getSession(), Scope.system(
                        () -> factors.confirm(half.account().getUsername(), secret, code)));
            }
        } catch (AccessRefused e) {
            throw new Refused(e);
        }
        Account account = account(half);
        account.prove(clock.instant());
        account.eraseCredentials();
        HalfLoggedIn.end(request);
        return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    }

    /** As it is now: meanwhile it may have been switched off, or got another password. */
    private Account account(HalfLoggedIn half) {
        return users.account(half.account().getUsername())
                .filter(now -> now.isEnabled() && now.hasPasswordOf(half.account()))
                .orElseThrow(CodeStep::late);
    }

    private static AuthenticationException late() {
        return new AuthenticationServiceException("there is no log-in to finish");
    }
}
