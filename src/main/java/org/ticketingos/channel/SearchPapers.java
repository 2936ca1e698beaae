package org.ticketingos.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Found;
import org.ticketingos.ticket.SearchPlace;
import org.ticketingos.ticket.TicketId;

/** Words read in the papers that came with a ticket. */
@Component
@Order(3)
class SearchPapers implements SearchPlace {

    private final Documents documents;

    SearchPapers(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Map<TicketId, Found> look(List<TicketId> tickets, String query) {
        Map<TicketId, Found> found = new HashMap<>();
        documents.look(tickets.stream().map(TicketId::toString).toList(), query, Found.HEADLINE)
                .forEach((about, hit) ->
                        found.put(TicketId.of(about), new Found("Attachment " + hit.name(), hit.snippet())));
        return found;
    }
}
