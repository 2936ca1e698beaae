package org.ticketingos.delivery.dataentry;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.TicketId;

/** Finds what a client's people have had recorded under a number before. */
@Repository
class KeyedNumbers {

    /** One number is on very few tickets; more would say nothing more. */
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final WorkItems items;

    KeyedNumbers(JdbcClient jdbc, WorkItems items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    /** Recorded documents with this number, marks and case aside, as they stand now. */
    List<WorkItem> recorded(ClientId client, String number) {
        String plain = Entry.normalised(number);
        if (plain.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct i.ticket_id from work_field f join work_item i on i.id = f.item_id
                        where f.client_id = ? and f.name = 'documentNumber'
                          and upper(regexp_replace(f.value, '[^[:alnum:]]+', '', 'g')) = ?
                        limit ?""")
                .params(client.value(), plain, MOST)
                .query((row, n) -> TicketId.of(row.getString("ticket_id")))
                .list()
                .stream()
                .flatMap(ticket -> items.of(ticket).stream())
                .filter(item -> item.is(WorkItem.RECORDED))
                .filter(item -> Entry.normalised(item.fields().getOrDefault("documentNumber", "")).equals(plain))
                .toList();
    }
}
