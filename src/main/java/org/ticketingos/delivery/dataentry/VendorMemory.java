package org.ticketingos.delivery.dataentry;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.DeliverableAccepted;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** What a client's accepted documents teach about its vendors. One client's lessons never serve another. */
@Repository
class VendorMemory {

    private static final int SUGGESTIONS = 3;

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Tickets tickets;

    VendorMemory(JdbcClient jdbc, WorkItems items, Tickets tickets) {
        this.jdbc = jdbc;
        this.items = items;
        this.tickets = tickets;
    }

    /** A ledger code that was right before, and how often: 17 of 18 times. */
    record Suggestion(String code, int times, int of) {

        String reason() {
            return times + " of " + of + " times for this vendor";
        }

        /** count / (n + 1): one document alone proves little. */
        int confidence() {
            return Math.round(90f * times / (of + 1));
        }
    }

    List<KnownVendor> vendors(ClientId client) {
        return jdbc.sql("""
                        select name, tax_id, currency, times from vendor where client_id = ?
                        order by times desc, name""")
                .param(client.value())
                .query((row, n) -> new KnownVendor(
                        row.getString("name"), row.getString("tax_id"), row.getString("currency"), row.getInt("times")))
                .list();
    }

    /** The three likeliest codes for a vendor, the likeliest first. */
    List<Suggestion> suggest(ClientId client, String vendor) {
        return jdbc.sql("""
                        select code, times, sum(times) over () as total from vendor_ledger_history
                        where client_id = ? and vendor = ? order by times desc, code limit ?""")
                .params(client.value(), KnownVendor.key(vendor), SUGGESTIONS)
                .query((row, n) -> new Suggestion(row.getString("code"), row.getInt("times"), row.getInt("total")))
                .list();
    }

    /** Only work the client has accepted teaches; keyed values alone may still be wrong. */
    @EventListener
    void learn(DeliverableAccepted accepted) {
        if (tickets.get(accepted.ticketId()).line() == ServiceLine.DATA_ENTRY && firstAcceptance(accepted.ticketId())) {
            items.of(accepted.ticketId()).stream()
                    .filter(item -> item.is(WorkItem.RECORDED))
                    .forEach(this::learn);
        }
    }

    private void learn(WorkItem item) {
        Map<String, String> fields = item.fields();
        String name = fields.getOrDefault("vendor", "");
        String key = KnownVendor.key(name);
        if (key.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into vendor (client_id, key, name, tax_id, currency, times)
                        values (:client, :key, :name, :taxId, :currency, 1)
                        on conflict (client_id, key) do update set
                            times = vendor.times + 1,
                            tax_id = coalesce(excluded.tax_id, vendor.tax_id),
                            currency = coalesce(excluded.currency, vendor.currency)""")
                .param("client", item.client().value())
                .param("key", key)
                .param("name", name)
                .param("taxId", fields.get("taxId"))
                .param("currency", fields.get("currency"))
                .update();
        if (fields.containsKey("ledgerCode")) {
            jdbc.sql("""
                            insert into vendor_ledger_history (client_id, vendor, code, times) values (?, ?, ?, 1)
                            on conflict (client_id, vendor, code) do update
                                set times = vendor_ledger_history.times + 1""")
                    .params(item.client().value(), key, fields.get("ledgerCode"))
                    .update();
        }
    }

    /** A reopened ticket is accepted again with the same documents in it; they have taught already. */
    private boolean firstAcceptance(TicketId ticket) {
        return tickets.history(ticket).stream()
                        .filter(event -> event.kind().equals("deliverable-accepted"))
                        .count()
                <= 1;
    }
}
