package org.ticketingos.access;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and is not enough: a code has to follow, or a second factor has to be set up. */
public final class CodeMissing extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Account account;

    CodeMissing(Account account) {
        super("a code has to follow");
        this.account = account;
    }

    Account account() {
        return account;
    }

    /** Whether there is no second factor yet though there has to be one. */
    public boolean toSetUp() {
        return !account.hasSecondFactor();
    }
}
