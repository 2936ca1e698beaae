package org.ticketingos.billing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/** All posted invoices, and the run that posts a month. */
@Service
public class Invoices {

    private final InvoiceBook book;
    private final InvoiceLines lines;
    private final InvoiceFile file;
    private final BillRun run;

    Invoices(InvoiceBook book, InvoiceLines lines, InvoiceFile file, BillRun run) {
        this.book = book;
        this.lines = lines;
        this.file = file;
        this.run = run;
    }

    /** A client's invoices, newest first; give the last number seen to get those before it. */
    @Transactional(readOnly = true)
    public List<Invoice> of(ClientId client, @Nullable String before, int limit) {
        return book.page(client, before, limit);
    }

    /** Everybody's invoices, newest first. */
    @Transactional(readOnly = true)
    public List<Invoice> all(@Nullable String before, int limit) {
        return book.page(null, before, limit);
    }

    /** Sent and not yet paid in full, the longest due first. */
    @Transactional(readOnly = true)
    public List<Invoice> unpaid(ClientId client, int limit) {
        return book.unpaid(client, limit);
    }

    @Transactional(readOnly = true)
    public Invoice get(String number) {
        return book.get(number);
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> find(String number) {
        return book.find(number);
    }

    /** The lines, each with the tickets behind it. */
    @Transactional(readOnly = true)
    public List<InvoiceLine> lines(String number) {
        return lines.of(book.get(number));
    }

    /** The document as it was sent. */
    @Transactional(readOnly = true)
    public byte[] pdf(String number) {
        return file.bytes(book.get(number));
    }

    /** The client has paid in full. */
    @Transactional
    public void paid(String number) {
        book.get(number);
        book.state(number, "PAID");
    }

    /** Prices and posts a month that has ended; run again, it does what is left and nothing twice. */
    public RunResult run(YearMonth month) {
        return run.run(month);
    }

    /**
     * What a run did.
     *
     * @param posted numbers of the invoices
     * @param left contracts that could not be billed, each with the reason
     */
    public record RunResult(List<String> posted, List<String> left) {}
}
