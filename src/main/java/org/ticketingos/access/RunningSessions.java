package org.ticketingos.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every running session notice what has changed about its person: switched off, with another password or in need
 * of a second factor it never gave, it ends; with other rights, it goes on with those. One look-up by key for each request of a session.
 */
@Component
class RunningSessions extends OncePerRequestFilter {

    private final ObjectProvider<Users> users;

    RunningSessions(ObjectProvider<Users> users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null && who.getPrincipal() instanceof Account known) {
            Optional<Account> now = users.getObject().account(known.getUsername());
            boolean unproven = now.filter(Account::needsCode).isPresent() && known.proven() == null;
            if (now.isEmpty() || !now.get().isEnabled() || !now.get().hasPasswordOf(known) || unproven) {
                SecurityContextHolder.clearContext();
                session.invalidate();
            } else if (!now.get().isStill(known)) {
                now.get().prove(known.proven());
                renew(now.get(), request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private static void renew(Account account, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext fresh = SecurityContextHolder.createEmptyContext();
        fresh.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(fresh);
        new HttpSessionSecurityContextRepository().saveContext(fresh, request, response);
    }
}
