package org.ticketingos.ticket;

import java.util.Map;

/** Asks a decision table outside its diagram, when a fact of it changes while the ticket is somewhere else. */
public interface Decisions {

    /** The outputs of the one row that matches, by name. */
    Map<String, Object> decide(String table, Map<String, Object> facts);
}
