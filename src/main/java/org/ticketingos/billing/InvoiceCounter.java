package org.ticketingos.billing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives legal numbers. The row stays locked until the posting transaction ends, so a roll-back gives it back. */
@Repository
class InvoiceCounter {

    private static final String INVOICES = "INV";
    private static final int LAST = 999_999;

    private final JdbcClient jdbc;

    InvoiceCounter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public InvoiceNumber next(String entity, LocalDate day) {
        String year = InvoiceNumber.fiscalYear(day);
        int serial = jdbc.sql("""
                        insert into invoice_counter as c (entity, series, fiscal_year, last) values (?, ?, ?, 1)
                        on conflict (entity, series, fiscal_year) do update set last = c.last + 1 returning last""")
                .params(entity, INVOICES, year)
                .query(Integer.class)
                .single();
        if (serial > LAST) {
            throw new IllegalStateException("the series " + entity + "/" + year + " is full: open another one");
        }
        return InvoiceNumber.of(entity, year, serial);
    }
}
