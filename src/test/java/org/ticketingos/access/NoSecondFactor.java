package org.ticketingos.access;

import java.time.Clock;

/** For tests of modules that run without log-ins: nobody has a second factor, so nothing is to be proven. */
public final class NoSecondFactor extends FreshProof {

    public NoSecondFactor(Clock clock) {
        super(null, clock);
    }

    @Override
    public void need(CurrentUser by) {}

    @Override
    public void need(String login) {}
}
