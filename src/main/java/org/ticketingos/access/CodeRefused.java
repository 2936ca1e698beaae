package org.ticketingos.access;

import org.springframework.security.core.AuthenticationException;

/** The password or key of a call was right, the code that came with it was not. */
public final class CodeRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final boolean waits;

    CodeRefused(boolean waits) {
        super("the code was refused");
        this.waits = waits;
    }

    /** Whether too many were wrong, so that not even a right one is taken for some minutes. */
    public boolean waits() {
        return waits;
    }
}
