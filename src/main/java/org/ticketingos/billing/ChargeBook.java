package org.ticketingos.billing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.Money;
import org.ticketingos.ticket.TicketId;

/** The tables of charges and of who earns them. */
@Repository
class ChargeBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChargeBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was charged on an account so far, oldest first. */
    List<Charge> of(Account account) {
        TicketId ticket = account.ticket();
        return ticket != null
                ? of(ticket)
                : query("contract_id = ? and ticket_id is null and rate_id = ? and period = ?",
                        account.contract().id(), account.rateId(), account.period().atDay(1));
    }

    List<Charge> of(TicketId ticket) {
        return query("ticket_id = ?", ticket.value());
    }

    List<Charge> on(UUID invoice) {
        return query("invoice_id = ?", invoice);
    }

    List<Charge> of(String contractId, YearMonth period) {
        return query("contract_id = ? and period = ?", contractId, period.atDay(1));
    }

    /**
     * Writes a line on a gathering invoice. Its money is what the rounded sum of equal lines grows by, so that an
     * invoice line over many tickets is rounded once.
     */
    Charge write(Account account, Priced line, UUID invoice, int revision, int position, String usageHash) {
        Currency currency = account.contract().currency();
        Charge charge = new Charge(
                TicketId.next(clock.instant()).value(),
                account.contract().id(),
                account.ticket(),
                invoice,
                account.rateId(),
                account.period(),
                revision,
                line.text(),
                line.quantity(),
                line.unit(),
                line.rate(),
                line.exact(),
                growth(invoice, line, currency),
                clock.instant());
        insert(account, charge, position, usageHash);
        return charge;
    }

    private Money growth(UUID invoice, Priced line, Currency currency) {
        return jdbc.sql("""
                        select coalesce(sum(exact), 0) as exact, coalesce(sum(amount), 0) as amount from charge
                        where invoice_id = ? and text = ? and unit = ? and rate = ?""")
                .params(invoice, line.text(), line.unit(), line.rate())
                .query((row, n) -> new Money(row.getBigDecimal("exact").add(line.exact()), currency)
                        .minus(new Money(row.getBigDecimal("amount"), currency)))
                .single();
    }

    private void insert(Account account, Charge charge, int position, String usageHash) {
        jdbc.sql("""
                        insert into charge (id, client_id, contract_id, ticket_id, invoice_id, rate_id, period,
                                            revision, position, text, quantity, unit, rate, exact, amount, currency,
                                            usage_hash, written_at)
                        values (:id, :client, :contract, :ticket, :invoice, :rateId, :period, :revision, :position,
                                :text, :quantity, :unit, :rate, :exact, :amount, :currency, :hash, :at)""")
                .param("id", charge.id())
                .param("client", account.contract().client().value())
                .param("contract", charge.contractId())
                .param("ticket", charge.ticket() == null ? null : charge.ticket().value())
                .param("invoice", charge.invoiceId())
                .param("rateId", charge.rateId())
                .param("period", charge.period().atDay(1))
                .param("revision", charge.revision())
                .param("position", position)
                .param("text", charge.text())
                .param("quantity", charge.quantity())
                .param("unit", charge.unit())
                .param("rate", charge.rate())
                .param("exact", charge.exact())
                .param("amount", charge.amount().amount())
                .param("currency", charge.amount().currency().getCurrencyCode())
                .param("hash", usageHash)
                .param("at", Timestamp.from(charge.writtenAt()))
                .update();
    }

    void uses(Charge charge, List<UUID> usage) {
        for (UUID id : usage) {
            jdbc.sql("""
                            insert into charge_usage (charge_id, usage_id, client_id)
                            select ?, id, client_id from usage_event where id = ?""")
                    .params(charge.id(), id)
                    .update();
        }
    }

    /** Usage of a list that no charge has taken up yet. */
    List<UUID> notCharged(List<UUID> usage) {
        if (usage.isEmpty()) {
            return List.of();
        }
        List<UUID> charged = jdbc.sql("select usage_id from charge_usage where usage_id in (:ids)")
                .param("ids", usage)
                .query(UUID.class)
                .list();
        return usage.stream().filter(id -> !charged.contains(id)).toList();
    }

    private List<Charge> query(String condition, Object... values) {
        return jdbc.sql("select * from charge where %s order by revision, written_at, position, id".formatted(condition))
                .params(List.of(values))
                .query(ChargeBook::charge)
                .list();
    }

    private static Charge charge(ResultSet row, int n) throws SQLException {
        UUID ticket = row.getObject("ticket_id", UUID.class);
        return new Charge(
                row.getObject("id", UUID.class),
                row.getString("contract_id"),
                ticket == null ? null : new TicketId(ticket),
                row.getObject("invoice_id", UUID.class),
                row.getString("rate_id"),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                row.getInt("revision"),
                row.getString("text"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getBigDecimal("rate"),
                row.getBigDecimal("exact"),
                new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
                row.getTimestamp("written_at").toInstant());
    }
}
