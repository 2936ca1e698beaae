package org.ticketingos.billing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.Money;

/** Who earns what of each charge: the platform its share, the agents the rest by accepted units. */
@Repository
class PayoutBook {

    /** Where nobody did the work, for example in a month without any, the agents' part waits under this name. */
    static final String NOBODY = "unassigned";

    private static final String PLATFORM = "PLATFORM";
    private static final String AGENT = "AGENT";

    private final JdbcClient jdbc;

    PayoutBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Payee(String kind, String name) {}

    private record Part(BigDecimal units, Money amount) {}

    /**
     * Brings everybody's part of an account to what its total asks for; the difference is written with the charge.
     *
     * @param before what the account came to without this charge
     * @param units accepted units by agent, of the whole account
     */
    void share(Account account, Charge charge, Money before, SortedMap<String, BigDecimal> units) {
        Map<Payee, Part> target = parts(before.plus(charge.amount()), account, units);
        Map<Payee, Part> paid = paid(account, charge);
        Money nothing = Money.zero(charge.amount().currency());
        Set<Payee> everybody = new HashSet<>(target.keySet());
        everybody.addAll(paid.keySet());
        for (Payee payee : everybody) {
            Part to = target.getOrDefault(payee, new Part(BigDecimal.ZERO, nothing));
            Part from = paid.getOrDefault(payee, new Part(BigDecimal.ZERO, nothing));
            BigDecimal moreUnits = to.units.subtract(from.units);
            Money more = to.amount.minus(from.amount);
            if (moreUnits.signum() != 0 || !more.isZero()) {
                insert(account, charge, payee, moreUnits, more);
            }
        }
    }

    private static Map<Payee, Part> parts(Money total, Account account, SortedMap<String, BigDecimal> units) {
        Money.Split split = total.split(account.contract().platformShare());
        SortedMap<String, BigDecimal> workers = new TreeMap<>(units);
        workers.values().removeIf(count -> count.signum() <= 0);
        Map<Payee, Part> parts = new HashMap<>();
        parts.put(new Payee(PLATFORM, "platform"), new Part(BigDecimal.ZERO, split.platform()));
        if (workers.isEmpty()) {
            parts.put(new Payee(AGENT, NOBODY), new Part(BigDecimal.ZERO, split.agent()));
            return parts;
        }
        Shares.of(split.agent(), workers)
                .forEach((agent, money) -> parts.put(new Payee(AGENT, agent), new Part(workers.get(agent), money)));
        return parts;
    }

    private Map<Payee, Part> paid(Account account, Charge charge) {
        Map<Payee, Part> paid = new HashMap<>();
        jdbc.sql("""
                        select s.kind, s.payee, sum(s.units) as units, sum(s.amount) as amount
                        from payout_share s join charge c on c.id = s.charge_id
                        where c.contract_id = :contract and c.ticket_id is not distinct from :ticket::uuid
                          and (c.ticket_id is not null or (c.rate_id = :rate and c.period = :period))
                        group by s.kind, s.payee""")
                .param("contract", account.contract().id())
                .param("ticket", account.ticket() == null ? null : account.ticket().value())
                .param("rate", account.rateId())
                .param("period", account.period().atDay(1))
                .query(row -> {
                    paid.put(
                            new Payee(row.getString("kind"), row.getString("payee")),
                            new Part(
                                    row.getBigDecimal("units"),
                                    new Money(row.getBigDecimal("amount"), charge.amount().currency())));
                });
        return paid;
    }

    private void insert(Account account, Charge charge, Payee payee, BigDecimal units, Money amount) {
        jdbc.sql("""
                        insert into payout_share (charge_id, kind, payee, client_id, units, amount)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        charge.id(), payee.kind, payee.name, account.contract().client().value(), units,
                        amount.amount())
                .update();
    }
}
