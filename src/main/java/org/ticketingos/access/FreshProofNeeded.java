package org.ticketingos.access;

/** An act that weighs needs a fresh code of whoever has a second factor; see {@link FreshProof}. */
public final class FreshProofNeeded extends AccessRefused {

    private static final long serialVersionUID = 1L;

    FreshProofNeeded() {
        super("access.second.fresh", "This weighs: confirm it with a fresh code of your second factor.");
    }
}
