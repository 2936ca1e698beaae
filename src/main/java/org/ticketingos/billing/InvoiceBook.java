package org.ticketingos.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Money;
import org.ticketingos.ticket.TicketRefused;

/** The table of invoices. */
@Repository
class InvoiceBook {

    private final JdbcClient jdbc;
    private final Supplier supplier;
    private final JsonMapper json = JsonMapper.builder().build();

    InvoiceBook(JdbcClient jdbc, Supplier supplier) {
        this.jdbc = jdbc;
        this.supplier = supplier;
    }

    YearMonth period(UUID id) {
        return YearMonth.from(jdbc.sql("select period from invoice where id = ?")
                .param(id)
                .query(LocalDate.class)
                .single());
    }

    /** Fixes a gathering invoice for ever, with both parties as they are today. */
    void post(Invoice invoice, Client client, List<Long> ruleIds) {
        jdbc.sql("""
                        update invoice set state = 'POSTED', number = :number, invoice_date = :date, due_date = :due,
                            posted_at = :at, supply = :supply, place_of_supply = :place, net = :net, cgst = :cgst,
                            sgst = :sgst, igst = :igst, round_off = :roundOff, total = :total, words = :words,
                            notes = :notes, rule_ids = :rules, supplier = :supplier::jsonb,
                            recipient = :recipient::jsonb, document_id = :document
                        where id = :id""")
                .param("number", invoice.number())
                .param("date", invoice.date())
                .param("due", invoice.due())
                .param("at", Timestamp.from(invoice.postedAt()))
                .param("supply", invoice.supply().name())
                .param("place", invoice.placeOfSupply())
                .param("net", invoice.net().amount())
                .param("cgst", invoice.cgst().amount())
                .param("sgst", invoice.sgst().amount())
                .param("igst", invoice.igst().amount())
                .param("roundOff", invoice.roundOff().amount())
                .param("total", invoice.total().amount())
                .param("words", invoice.words())
                .param("notes", invoice.notes().toArray(String[]::new))
                .param("rules", ruleIds.toArray(Long[]::new))
                .param("supplier", text(us()))
                .param("recipient", text(them(client)))
                .param("document", invoice.document())
                .param("id", invoice.id())
                .update();
    }

    void state(String number, String state) {
        int changed = jdbc.sql("update invoice set state = ? where number = ?").params(state, number).update();
        if (changed == 0) {
            throw new TicketRefused("There is no invoice " + number + ".");
        }
    }

    Invoice get(String number) {
        return find(number).orElseThrow(() -> new TicketRefused("There is no invoice " + number + "."));
    }

    Optional<Invoice> find(String number) {
        return jdbc.sql("select * from invoice where number = ?").param(number).query(InvoiceBook::invoice).optional();
    }

    /** Newest first, those before a number; of one client or of all. */
    List<Invoice> page(@Nullable ClientId client, @Nullable String before, int limit) {
        return jdbc.sql("""
                        select * from invoice where number is not null
                          and (:client::text is null or client_id = :client::text)
                          and (:before::text is null or number < :before::text)
                        order by number desc limit :limit""")
                .param("client", client == null ? null : client.value())
                .param("before", before)
                .param("limit", limit)
                .query(InvoiceBook::invoice)
                .list();
    }

    List<Invoice> unpaid(ClientId client, int limit) {
        return jdbc.sql("""
                        select * from invoice
                        where client_id = ? and state in ('POSTED', 'SENT', 'PART_PAID', 'OVERDUE')
                        order by due_date limit ?""")
                .params(client.value(), limit)
                .query(InvoiceBook::invoice)
                .list();
    }

    private Map<String, String> us() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", supplier.name());
        facts.put("address", supplier.address());
        facts.put("stateCode", supplier.stateCode());
        facts.put("gstin", supplier.gstin());
        facts.put("lut", supplier.lut());
        return facts;
    }

    private static Map<String, @Nullable String> them(Client client) {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        facts.put("name", client.name());
        facts.put("address", client.address());
        facts.put("country", client.country());
        facts.put("stateCode", client.stateCode());
        facts.put("taxId", client.taxId());
        return facts;
    }

    private String text(Map<String, ?> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Invoice invoice(ResultSet row, int n) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Invoice(
                row.getObject("id", UUID.class),
                new ClientId(row.getString("client_id")),
                row.getString("contract_id"),
                row.getString("number"),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                row.getString("state"),
                row.getObject("invoice_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getTimestamp("posted_at").toInstant(),
                Supply.valueOf(row.getString("supply")),
                row.getString("place_of_supply"),
                new Money(row.getBigDecimal("net"), currency),
                new Money(row.getBigDecimal("cgst"), currency),
                new Money(row.getBigDecimal("sgst"), currency),
                new Money(row.getBigDecimal("igst"), currency),
                new Money(row.getBigDecimal("round_off"), currency),
                new Money(row.getBigDecimal("total"), currency),
                row.getString("words"),
                Arrays.asList((String[]) row.getArray("notes").getArray()),
                row.getObject("document_id", UUID.class));
    }
}
