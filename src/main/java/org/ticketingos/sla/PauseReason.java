package org.ticketingos.sla;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why a promise may stand still. Short on purpose: what is not on the list does not stop a clock. */
public enum PauseReason {
    WAITING_FOR_CLIENT("waiting-for-client", "waiting for the client", true),
    WAITING_FOR_THIRD_PARTY("waiting-for-third-party", "waiting for a third party the client named", true),
    AGREED_DATE("agreed-date", "continues on a date agreed with the client", true),
    CLIENT_REVIEW("client-review", "waiting for the client to accept the work", false),
    MERGED("merged", "merged into another request, whose clock counts", false);

    private final String code;
    private final String label;
    private final boolean forPeople;

    PauseReason(String code, String label, boolean forPeople) {
        this.code = code;
        this.label = label;
        this.forPeople = forPeople;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<PauseReason> of(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }

    /** A reason's words, or the code itself for a reason no longer on the list. */
    static String label(String code) {
        return of(code).map(PauseReason::label).orElse(code);
    }

    boolean isForPeople() {
        return forPeople;
    }

    /** What a person may choose from: code to label, in order. */
    public static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(values())
                .filter(PauseReason::isForPeople)
                .forEach(reason -> choices.put(reason.code, reason.label));
        return choices;
    }
}
