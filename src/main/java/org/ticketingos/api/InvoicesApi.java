package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.billing.Invoice;
import org.ticketingos.billing.InvoiceLine;
import org.ticketingos.billing.Invoices;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketNumber;

@RestController
@RequestMapping("/api/v1/invoices")
@PreAuthorize("hasAnyRole('CLIENT', 'FINANCE', 'SUPERVISOR', 'ADMIN')")
@Tag(name = "Invoices", description = "Posted invoices; a slash of the number is written _ in addresses.")
class InvoicesApi {

    private static final int MOST_ROWS = 200;

    private final Invoices invoices;

    InvoicesApi(Invoices invoices) {
        this.invoices = invoices;
    }

    /** An invoice; a single one shows its lines. */
    record InvoiceJson(
            String number,
            String path,
            String client,
            String contract,
            String period,
            String state,
            LocalDate date,
            LocalDate due,
            String currency,
            BigDecimal net,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal roundOff,
            BigDecimal total,
            String words,
            @Nullable List<LineJson> lines) {

        static InvoiceJson of(Invoice invoice, @Nullable List<InvoiceLine> lines) {
            String path = invoice.number().replace('/', '_');
            return new InvoiceJson(
                    invoice.number(),
                    "/api/v1/invoices/" + path,
                    invoice.client().value(),
                    invoice.contractId(),
                    invoice.period().toString(),
                    invoice.state(),
                    invoice.date(),
                    invoice.due(),
                    invoice.total().currency().getCurrencyCode(),
                    invoice.net().amount(),
                    invoice.cgst().amount(),
                    invoice.sgst().amount(),
                    invoice.igst().amount(),
                    invoice.roundOff().amount(),
                    invoice.total().amount(),
                    invoice.words(),
                    lines == null ? null : lines.stream().map(LineJson::of).toList());
        }
    }

    /** One line, with the tickets whose work it is. */
    record LineJson(
            int line,
            String text,
            String sac,
            BigDecimal quantity,
            String unit,
            BigDecimal rate,
            BigDecimal amount,
            BigDecimal taxPercent,
            List<String> tickets) {

        static LineJson of(InvoiceLine line) {
            return new LineJson(
                    line.line(),
                    line.text(),
                    line.sac(),
                    line.quantity(),
                    line.unit(),
                    line.rate(),
                    line.amount().amount(),
                    line.taxPercent(),
                    line.tickets().stream().map(TicketNumber::value).toList());
        }
    }

    @GetMapping
    @Operation(summary = "Posted invoices, newest first")
    Listing<InvoiceJson> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        int rows = Math.max(1, Math.min(limit, MOST_ROWS));
        CurrentUser who = CurrentUser.get();
        List<Invoice> found = who.client() == null
                ? invoices.all(after, rows + 1)
                : invoices.of(who.client(), after, rows + 1);
        String next = found.size() > rows ? found.get(rows - 1).number() : null;
        return Listing.of(
                new Page<>(found.stream().limit(rows).toList(), next), invoice -> InvoiceJson.of(invoice, null));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One invoice with its lines and the tickets behind them")
    InvoiceJson get(@PathVariable String number) {
        Invoice invoice = find(number);
        return InvoiceJson.of(invoice, invoices.lines(invoice.number()));
    }

    @GetMapping(path = "/{number}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The document that was sent")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        Invoice invoice = find(number);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(invoice.number().replace('/', '-') + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(invoices.pdf(invoice.number()));
    }

    private Invoice find(String path) {
        return invoices.find(path.replace('_', '/')).orElseThrow(() -> new NotThere("invoice"));
    }
}
