package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.Money;
import org.ticketingos.ticket.TicketNumber;

/** What agents have earned: their 80 % of each charge, by accepted units (BILL-1). */
@Repository
@Transactional(readOnly = true)
public class Payouts {

    private final JdbcClient jdbc;

    Payouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of one charge.
     *
     * @param charge id of the charge; with the agent it names the earning
     * @param ticket null for a share in a month's fee
     * @param units accepted units; negative where they were taken back
     * @param base taxable value the share was taken of
     * @param state EARNED by acceptance, PAYABLE once the client has paid the invoice
     */
    public record Earning(
            UUID charge,
            @Nullable TicketNumber ticket,
            YearMonth period,
            String text,
            BigDecimal units,
            Money base,
            Money amount,
            String state) {}

    /** What one agent, or the platform, earned in a month in one currency. */
    public record Total(String payee, YearMonth period, BigDecimal units, Money amount) {}

    /** An agent's earnings of a month, newest first; give the last charge seen to get those before it. */
    public List<Earning> of(String agent, YearMonth month, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select c.id, t.number, c.period, c.text, s.units, s.amount, c.currency, c.amount as base,
                               case when i.state = 'PAID' then 'PAYABLE' else 'EARNED' end as state
                        from payout_share s
                        join charge c on c.id = s.charge_id
                        join invoice i on i.id = c.invoice_id
                        left join ticket t on t.id = c.ticket_id
                        where s.kind = 'AGENT' and s.payee = :agent and c.period = :month
                          and (:before::uuid is null or c.id < :before::uuid)
                        order by c.id desc limit :limit""")
                .param("agent", agent)
                .param("month", month.atDay(1))
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    String number = row.getString("number");
                    return new Earning(
                            row.getObject("id", UUID.class),
                            number == null ? null : new TicketNumber(number),
                            month,
                            row.getString("text"),
                            row.getBigDecimal("units"),
                            new Money(row.getBigDecimal("base"), currency),
                            new Money(row.getBigDecimal("amount"), currency),
                            row.getString("state"));
                })
                .list();
    }

    /** Everybody's earnings of a month, by name; the platform's own share under {@code platform}. */
    public List<Total> totals(YearMonth month) {
        return jdbc.sql("""
                        select s.payee, c.currency, sum(s.units) as units, sum(s.amount) as amount
                        from payout_share s join charge c on c.id = s.charge_id
                        where c.period = ? group by s.kind, s.payee, c.currency order by s.payee, c.currency""")
                .param(month.atDay(1))
                .query((row, n) -> new Total(
                        row.getString("payee"),
                        month,
                        row.getBigDecimal("units"),
                        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency")))))
                .list();
    }
}
