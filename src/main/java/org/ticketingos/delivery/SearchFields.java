package org.ticketingos.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.Found;
import org.ticketingos.ticket.SearchPlace;
import org.ticketingos.ticket.TicketId;

/** Words in the fields of recorded work. */
@Component
@Order(2)
class SearchFields implements SearchPlace {

    private final JdbcClient jdbc;

    SearchFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<TicketId, Found> look(List<TicketId> tickets, String query) {
        Map<TicketId, Found> found = new HashMap<>();
        jdbc.sql("""
                        select distinct on (i.ticket_id) i.ticket_id, f.name,
                               ts_headline('simple', f.value, to_tsquery('simple', :query), :marks) as snippet
                        from work_item i join work_field f on f.item_id = i.id
                        where i.ticket_id = any (:tickets) and search_words(f.value) @@ to_tsquery('simple', :query)
                        order by i.ticket_id, f.version desc""")
                .param("query", query)
                .param("marks", Found.HEADLINE)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new TicketId(row.getObject("ticket_id", UUID.class)),
                            new Found("Field " + FieldNames.label(row.getString("name")), row.getString("snippet")));
                });
        return found;
    }
}
