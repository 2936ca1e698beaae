package org.ticketingos.delivery.dataentry;

import java.util.List;
import java.util.Map;

/**
 * What a page seems to say.
 *
 * @param fields by field of the form
 * @param candidates what else of the page a field may mean
 * @param lines proven lines of its table; empty where arithmetic does not prove them
 */
record Proposals(
        Map<String, Proposal> fields, List<LineItem> lines, Map<String, List<Candidates.Candidate>> candidates) {

    static final Proposals NONE = new Proposals(Map.of(), List.of(), Map.of());
}
