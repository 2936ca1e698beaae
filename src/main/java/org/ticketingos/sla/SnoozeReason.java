package org.ticketingos.sla;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a ticket may be laid aside for a while, and whether the promise stands still meanwhile. */
public enum SnoozeReason {
    WAITING_FOR_CLIENT("waiting for the client", PauseReason.WAITING_FOR_CLIENT),
    WAITING_FOR_THIRD_PARTY("waiting for a third party the client named", PauseReason.WAITING_FOR_THIRD_PARTY),
    AGREED_DATE("continues on a date agreed with the client", PauseReason.AGREED_DATE),
    WAITING_FOR_US("waiting for one of us; the clock runs on", null),
    LATER("I look at it again later; the clock runs on", null);

    private final String label;
    private final @Nullable PauseReason pause;

    SnoozeReason(String label, @Nullable PauseReason pause) {
        this.label = label;
        this.pause = pause;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** The pause it brings; null when our own waiting stops no clock. */
    @Nullable PauseReason pause() {
        return pause;
    }

    public static Optional<SnoozeReason> of(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
    }
}
