package org.ticketingos.ticket;

import java.util.List;
import java.util.Map;

/** A place where words of a ticket stand. Implement it as a Spring bean, and results show what was found there; by {@code @Order}. */
public interface SearchPlace {

    /**
     * Looks for words, in the sight of whoever asks.
     *
     * @param query any of the words, in the language of {@code to_tsquery('simple', …)}
     * @return for those of the tickets that have them here
     */
    Map<TicketId, Found> look(List<TicketId> tickets, String query);
}
