package org.ticketingos.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks whoever has a second factor for a code not older than ten minutes before acts that weigh: people's rights,
 * settings, money. Domain verbs call {@link #need}, so screens and API meet the same rule; a log-in with a code counts.
 */
@Component
public class FreshProof {

    /** How long a code counts. */
    public static final Duration LASTS = Duration.ofMinutes(10);

    private final SecondFactors factors;
    private final Clock clock;

    FreshProof(SecondFactors factors, Clock clock) {
        this.factors = factors;
        this.clock = clock;
    }

    /** Refuses this person unless there is nothing to prove or it was proven by this session, or this call, just now. */
    public void need(CurrentUser by) {
        need(by.login());
    }

    public void need(String login) {
        Instant oldest = clock.instant().minus(LASTS);
        boolean fresh = CurrentUser.account()
                .filter(account -> account.getUsername().equals(login))
                .map(Account::proven)
                .filter(at -> at.isAfter(oldest))
                .isPresent();
        if (!fresh && factors.isOn(login)) {
            throw new FreshProofNeeded();
        }
    }

    /** Takes a code of whoever is logged in. */
    public void give(String code) {
        Account account = me();
        accept(Scope.system(() -> factors.check(account.getUsername(), code)));
        account.prove(clock.instant());
    }

    /** Switches on the own second factor and answers with the recovery codes. */
    public List<String> switchOn(String secret, String code) {
        Account account = me();
        List<String> codes = factors.confirm(account.getUsername(), secret, code);
        account.prove(clock.instant());
        return codes;
    }

    static void accept(SecondFactors.Outcome outcome) {
        switch (outcome) {
            case RIGHT -> {
                return;
            }
            case WRONG -> throw SecondFactors.wrong();
            case WAIT -> throw SecondFactors.waiting();
            case UNREADABLE -> throw SecondFactors.unreadable();
        }
    }

    private static Account me() {
        return CurrentUser.account().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }
}
