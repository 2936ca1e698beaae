package org.ticketingos.access;

import java.util.Locale;
import org.springframework.security.core.AuthenticationException;

/** Nobody was logged in by single sign-on. */
final class SsoRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** Each is a sentence on the log-in screen: {@code shell.sso.} and its name in small letters. */
    enum Why {
        UNREACHABLE,
        REFUSED,
        CANCELLED,
        NOBODY,
        MAIL,
        TWICE,
        OTHER,
        OFF
    }

    private final Why why;

    SsoRefused(Why why) {
        super("single sign-on: " + why.name().toLowerCase(Locale.ROOT));
        this.why = why;
    }

    Why why() {
        return why;
    }
}
