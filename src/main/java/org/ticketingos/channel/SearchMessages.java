package org.ticketingos.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Found;
import org.ticketingos.ticket.SearchPlace;
import org.ticketingos.ticket.TicketId;

/** Words in what was said, the newest messages first. */
@Component
@Order(1)
class SearchMessages implements SearchPlace {

    /** Messages of one ticket looked through for the words to show. */
    private static final int NEWEST = 30;

    private final JdbcClient jdbc;

    SearchMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<TicketId, Found> look(List<TicketId> tickets, String query) {
        Map<TicketId, Found> found = new HashMap<>();
        jdbc.sql("""
                        select t.id, hit.direction,
                               ts_headline('simple', hit.body, to_tsquery('simple', :query), :marks) as snippet
                        from unnest(:tickets) t (id) cross join lateral (
                            select m.direction, without_links(left(m.body, 20000)) as body from (
                                select * from message where ticket_id = t.id
                                and ((direction <> 'NOTE' and state <> 'HELD') or not :client)
                                order by seq desc limit :newest) m
                            where search_words(m.body) @@ to_tsquery('simple', :query) limit 1) hit""")
                .param("query", query)
                .param("marks", Found.HEADLINE)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .param("newest", NEWEST)
                .param("client", CurrentUser.find().map(CurrentUser::isClient).orElse(false))
                .query(row -> {
                    String place = row.getString("direction").equals("NOTE") ? "Internal note" : "Message";
                    found.put(new TicketId(row.getObject("id", UUID.class)), new Found(place, row.getString("snippet")));
                });
        return found;
    }
}
