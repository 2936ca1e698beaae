package org.ticketingos.delivery.dataentry;

import java.util.List;
import java.util.Map;

/**
 * What a page seems to say.
 *
 * @param fields by field of the form
 * @param lines proven lines of its table; empty where arithmetic does not prove them
 */
record Proposals(Map<String, Proposal> fields, List<LineItem> lines) {

    static final Proposals NONE = new Proposals(Map.of(), List.of());
}
