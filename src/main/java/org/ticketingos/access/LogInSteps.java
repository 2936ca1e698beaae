package org.ticketingos.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The log-in on the screen: by password or single sign-on, then a code where there is a second factor. */
@Component
public class LogInSteps {

    private final SecondFactors factors;
    private final Users users;
    private final SingleSignOn sso;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    LogInSteps(
            SecondFactors factors, Users users, SingleSignOn sso, ApplicationEventPublisher publisher, Clock clock) {
        this.sso = sso;
        this.publisher = publisher;
        this.factors = factors;
        this.users = users;
        this.clock = clock;
    }

    /** @param welcome leads on whoever is in, to where they wanted to go */
    public void guard(HttpSecurity http, Class<? extends AuthenticationSuccessHandler> welcome) throws Exception {
        http.formLogin(form -> form.failureHandler(this::refused));
        http.with(new Wiring(welcome), wiring -> {});
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        String to;
        if (refused instanceof CodeMissing missing) {
            Account account = missing.account();
            account.eraseCredentials();
            new HalfLoggedIn(account, clock.instant(), missing.toSetUp() ? factors.draft(account.getUsername()) : null)
                    .begin(request);
            to = CodeStep.PATH;
        } else if (refused instanceof SsoRefused sent) {
            to = SsoReturn.login(sent.why());
            publisher.publishEvent(new AuthenticationFailureBadCredentialsEvent(
                    UsernamePasswordAuthenticationToken.unauthenticated("nobody", ""), refused));
        } else {
            to = refused instanceof LockedException ? "/login?error&locked" : "/login?error";
        }
        response.sendRedirect(request.getContextPath() + to);
    }

    /** Built when what the filters share is known. */
    private final class Wiring extends AbstractHttpConfigurer<Wiring, HttpSecurity> {

        private final Class<? extends AuthenticationSuccessHandler> welcome;

        Wiring(Class<? extends AuthenticationSuccessHandler> welcome) {
            this.welcome = welcome;
        }

        @Override
        public void configure(HttpSecurity http) {
            CodeStep code = new CodeStep(factors, users, clock);
            share(code, http);
            AuthenticationSuccessHandler onward = http.getSharedObject(welcome);
            code.setAuthenticationSuccessHandler((request, response, who) -> {
                if (HalfLoggedIn.hasCodes(request.getSession())) {
                    response.sendRedirect(request.getContextPath() + "/profile");
                } else {
                    onward.onAuthenticationSuccess(request, response, who);
                }
            });
            http.addFilterAfter(code, UsernamePasswordAuthenticationFilter.class);
            sso.way().ifPresent(way -> {
                share(way.back(), http);
                way.back().setAuthenticationSuccessHandler(onward);
                way.back().setAuthenticationFailureHandler(LogInSteps.this::refused);
                http.addFilterBefore(way.back(), UsernamePasswordAuthenticationFilter.class);
                http.addFilterBefore(way.departure(), UsernamePasswordAuthenticationFilter.class);
            });
        }

        private void share(AbstractAuthenticationProcessingFilter filter, HttpSecurity http) {
            filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
            filter.setApplicationEventPublisher(http.getSharedObject(ApplicationContext.class));
        }
    }
}
