package org.ticketingos.access;

import java.time.Clock;
import java.util.List;

/** Somebody's authenticator app. */
public final class Phone {

    private final byte[] secret;
    private final Clock clock;

    public Phone(String secret, Clock clock) {
        this.secret = Base32.decode(secret);
        this.clock = clock;
    }

    /** What it shows now; a later step where the present code is used up already. */
    public String code(int stepsAhead) {
        return Totp.code(secret, Totp.step(clock.instant()) + stepsAhead);
    }

    /** Gives somebody a second factor, without a screen; the code used for it is of the step before this one. */
    public static Phone of(String login, SecondFactors factors, Clock clock, List<String> recovery) {
        SecondFactors.Draft draft = factors.draft(login);
        Phone phone = new Phone(draft.secret(), clock);
        recovery.addAll(Scope.system(() -> factors.confirm(login, draft.secret(), phone.code(-1))));
        return phone;
    }
}
