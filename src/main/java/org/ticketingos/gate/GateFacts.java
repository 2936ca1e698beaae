package org.ticketingos.gate;

import java.util.List;

/**
 * What the rules of one gate may look at, declared as a bean by the module that brings the facts.
 *
 * @param gate name of the rule file without its ending: {@code data-entry-gates}
 * @param types public records; rules call them by their simple names
 */
public record GateFacts(String gate, List<Class<?>> types) {

    public GateFacts {
        types = List.copyOf(types);
    }

    public static GateFacts of(String gate, Class<?>... types) {
        return new GateFacts(gate, List.of(types));
    }
}
