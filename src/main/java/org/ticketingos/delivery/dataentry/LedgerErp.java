package org.ticketingos.delivery.dataentry;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The built-in ERP: a ledger in our own database. */
class LedgerErp implements Erp {

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerErp(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer post(Entry entry) {
        Optional<Answer> known = jdbc.sql("select number, reference from ledger_entry where key = ?")
                .param(entry.key())
                .query((row, n) -> entry.reference().equals(row.getObject("reference", UUID.class))
                        ? new Answer(true, row.getString("number"))
                        : new Answer(false, "This document is booked already as " + row.getString("number") + "."))
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        String replaced = entry.replaces() == null ? null : number(entry.replaces()).orElse(null);
        String number = jdbc.sql("""
                        insert into ledger_entry (number, key, client_id, reference, replaces, type, vendor,
                                                  document_number, document_date, code, currency, net, tax, total,
                                                  posted_at)
                        values ('LE-' || nextval('ledger_number'), :key, :client, :reference, :replaces, :type, :vendor,
                                :documentNumber, :documentDate, :code, :currency, :net, :tax, :total, :at)
                        returning number""")
                .param("key", entry.key())
                .param("client", entry.client().value())
                .param("reference", entry.reference())
                .param("replaces", replaced)
                .param("type", entry.type())
                .param("vendor", entry.vendor())
                .param("documentNumber", entry.documentNumber())
                .param("documentDate", entry.documentDate())
                .param("code", entry.ledgerCode())
                .param("currency", entry.currency())
                .param("net", entry.net())
                .param("tax", entry.tax())
                .param("total", entry.total())
                .param("at", Timestamp.from(clock.instant()))
                .query(String.class)
                .single();
        if (replaced != null) {
            jdbc.sql("update ledger_entry set replaced_by = ? where number = ?").params(number, replaced).update();
        }
        return new Answer(true, number);
    }

    @Override
    public List<Booked> booked(UUID reference) {
        return jdbc.sql("""
                        select number, currency, total from ledger_entry
                        where reference = ? and replaced_by is null order by number""")
                .param(reference)
                .query((row, n) ->
                        new Booked(row.getString("number"), row.getString("currency"), row.getBigDecimal("total")))
                .list();
    }

    private Optional<String> number(String key) {
        return jdbc.sql("select number from ledger_entry where key = ?").param(key).query(String.class).optional();
    }
}
