package org.ticketingos.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be subscribed to. Facts are ids, numbers and codes; names, addresses and free words never leave. */
public enum EventKind {
    TICKET_RECEIVED("A request came in", true, "channel"),
    TICKET_CLASSIFIED("It was classified", true, "line", "category", "priority"),
    STAGE_ENTERED("It reached a stage", true, "stage"),
    REPLY_WRITTEN("We wrote to the client", true, "messageId", "automatic"),
    CLIENT_REPLIED("The client wrote", true, "messageId"),
    DELIVERED("Work was delivered", true, "round", "units", "contentHash"),
    DELIVERABLE_ACCEPTED("It was accepted", true, "round", "units"),
    DELIVERABLE_REJECTED("It was rejected", true, "round", "wrongItems"),
    INVOICE_ISSUED("An invoice was issued", true, "number", "total", "currency"),
    SURVEY_ANSWERED("The survey was answered", true, "csat", "nps"),
    TICKET_WITHDRAWN("It was withdrawn", true),
    TICKET_REOPENED("It was opened again", true),
    TICKET_CLOSED("It was closed", true, "openUntil"),
    TICKET_ASSIGNED("It was given to a queue", false, "queue"),
    PRIORITY_CHANGED("Its priority changed", false, "from", "to"),
    PAPER_READ("Its papers were read", false, "read", "unreadable"),
    WORK_RECORDED("Work was recorded", false, "units"),
    SLA_WARNED("A promise is in danger", false, "clock", "remainingMinutes"),
    SLA_BREACHED("A promise was broken", false, "clock", "breachedAt"),
    TICKET_MERGED("It was merged into another", false, "number");

    private final String meaning;
    private final boolean forClients;
    private final List<String> facts;

    EventKind(String meaning, boolean forClients, String... facts) {
        this.meaning = meaning;
        this.forClients = forClients;
        this.facts = List.of(facts);
    }

    /** As the history and the receiver know it: {@code ticket-received}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    /** Whether a subscription of one client may have it; what happens among us is told to our own systems only. */
    public boolean forClients() {
        return forClients;
    }

    List<String> facts() {
        return facts;
    }

    public static Optional<EventKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
