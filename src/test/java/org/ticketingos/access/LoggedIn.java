package org.ticketingos.access;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Makes the test's thread somebody. */
public final class LoggedIn {

    private LoggedIn() {}

    public static CurrentUser as(CurrentUser user) {
        Account account = new Account(user, "", true);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        return user;
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }
}
