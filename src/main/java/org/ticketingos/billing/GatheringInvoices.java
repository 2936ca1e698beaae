package org.ticketingos.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.Contract;
import org.ticketingos.ticket.TicketId;

/** Invoices that still gather charges: at most one for each contract, currency and month; without a number. */
@Repository
class GatheringInvoices {

    private static final String MONTHLY = "MONTHLY";

    private final JdbcClient jdbc;
    private final Clock clock;

    GatheringInvoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The invoice a charge of that month goes on, locked: of its month, or of the next that is not posted yet. */
    UUID open(Contract contract, YearMonth month) {
        YearMonth period = month;
        while (true) {
            if (contract.invoicing().equals(MONTHLY) && posted(contract, period)) {
                period = period.plusMonths(1);
                continue;
            }
            jdbc.sql("""
                            insert into invoice (id, client_id, contract_id, currency, period, state)
                            values (?, ?, ?, ?, ?, 'GATHERING')
                            on conflict (contract_id, currency, period) where state = 'GATHERING' do nothing""")
                    .params(
                            TicketId.next(clock.instant()).value(),
                            contract.client().value(),
                            contract.id(),
                            contract.currency().getCurrencyCode(),
                            period.atDay(1))
                    .update();
            Optional<UUID> open = lock(contract, period);
            if (open.isPresent()) {
                return open.get();
            }
        }
    }

    /** Those of a contract up to a month, the oldest first, locked. */
    List<UUID> upTo(Contract contract, YearMonth month) {
        return jdbc.sql("""
                        select id from invoice where contract_id = ? and period <= ? and state = 'GATHERING'
                        order by period for update""")
                .params(contract.id(), month.atDay(1))
                .query(UUID.class)
                .list();
    }

    Optional<UUID> lock(UUID invoice) {
        return jdbc.sql("select id from invoice where id = ? and state = 'GATHERING' for update")
                .param(invoice)
                .query(UUID.class)
                .optional();
    }

    boolean isOpen(UUID invoice) {
        return jdbc.sql("select state = 'GATHERING' from invoice where id = ?")
                .param(invoice)
                .query(Boolean.class)
                .single();
    }

    /** Charges that come to nothing, or less, wait for the next month. */
    void carryOver(UUID from, UUID to) {
        jdbc.sql("update charge set invoice_id = ? where invoice_id = ?").params(to, from).update();
        jdbc.sql("delete from invoice where id = ?").param(from).update();
    }

    private Optional<UUID> lock(Contract contract, YearMonth period) {
        return jdbc.sql("""
                        select id from invoice where contract_id = ? and currency = ? and period = ?
                        and state = 'GATHERING' for update""")
                .params(contract.id(), contract.currency().getCurrencyCode(), period.atDay(1))
                .query(UUID.class)
                .optional();
    }

    private boolean posted(Contract contract, YearMonth period) {
        return jdbc.sql("""
                        select count(*) > 0 from invoice
                        where contract_id = ? and period = ? and state <> 'GATHERING'""")
                .params(contract.id(), LocalDate.of(period.getYear(), period.getMonth(), 1))
                .query(Boolean.class)
                .single();
    }
}
