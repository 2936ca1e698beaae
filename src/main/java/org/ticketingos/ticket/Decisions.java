package org.ticketingos.ticket;

import java.util.List;
import java.util.Map;

/** Asks a decision table outside its diagram, when a fact of it changes while the ticket is somewhere else. */
public interface Decisions {

    /** The outputs of the one row that matches, by name. */
    Map<String, Object> decide(String table, Map<String, Object> facts);

    /** The outputs of every row that matches, in the order of the rows; for tables where none or several may answer. */
    default List<Map<String, Object>> every(String table, Map<String, Object> facts) {
        return List.of();
    }
}
