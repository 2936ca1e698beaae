package org.ticketingos.ticket;

import java.util.List;

/**
 * One more way to narrow the list of requests, brought by the module that knows what it means: a band of the SLA, who
 * has it in hand. Numbers on the board are counted with the same condition that lists their tickets.
 */
public interface ListFilter {

    /** The parameter of the address, for example {@code sla}. */
    String name();

    /** What a value asks for; a value nobody understands is refused by a sentence. */
    Condition of(String value);

    /**
     * A condition on a row of ticket called {@code t}.
     *
     * @param sql with a question mark per value; nothing a person typed stands in it
     * @param words what it means, for the person who sees the list
     */
    record Condition(String sql, List<Object> values, String words) {}
}
