package org.ticketingos.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;

/** A request without papers, and its open keying step. */
record Keying(String ticket, String task) {

    private static final String NOBODY = "";

    /** Raises a request; its step lies in the queue. */
    static Keying inQueue(Function<String, Api> as, String subject) {
        return raise(as, subject, NOBODY);
    }

    /** Raises a request; somebody has its step. */
    static Keying of(Function<String, Api> as, String holder, String subject) {
        return raise(as, subject, holder);
    }

    private static Keying raise(Function<String, Api> as, String subject, String holder) {
        String number = Racing.raise(as.apply("client"), subject);
        DataEntryWalk walk = new DataEntryWalk(as, number);
        walk.triage();
        JsonNode step = walk.keying();
        Keying keying = new Keying(number, step.path("id").asText());
        String now = step.path("assignee").isNull() ? NOBODY : step.path("assignee").asText(NOBODY);
        if (holder.equals(NOBODY) && !now.equals(NOBODY)) {
            as.apply(now).post(keying.address("release"), Map.of());
        } else if (!holder.equals(now)) {
            keying.handOver(as, holder);
        }
        return keying;
    }

    void handOver(Function<String, Api> as, String to) {
        as.apply("supervisor").post(address("hand-over"), Map.of("to", to));
    }

    /** The address of the step, or of something to do with it. */
    String address(String act) {
        return "/api/v1/tasks/" + task + "/" + act;
    }

    /** The page of the ticket. */
    String page() {
        return "/tickets/" + ticket;
    }
}
