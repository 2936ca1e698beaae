package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.delivery.DailyReconciliation;
import org.ticketingos.delivery.ReconciliationReport;

@RestController
@RequestMapping("/api/v1/reconciliation")
@PreAuthorize("hasAnyRole('CLIENT', 'SUPERVISOR', 'FINANCE', 'ADMIN')")
@Tag(name = "Reconciliation", description = "Daily: received = posted + rejected + open.")
class ReconciliationApi {

    private final DailyReconciliation reconciliation;
    private final Clients clients;

    ReconciliationApi(DailyReconciliation reconciliation, Clients clients) {
        this.reconciliation = reconciliation;
        this.clients = clients;
    }

    @GetMapping
    @Operation(summary = "One client's day")
    ReconciliationReport report(@RequestParam(required = false) @Nullable String client, @RequestParam LocalDate day) {
        return reconciliation.report(client(client), day);
    }

    @GetMapping("/csv")
    @Operation(summary = "The same as CSV")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable String client, @RequestParam LocalDate day) {
        ReconciliationReport report = reconciliation.report(client(client), day);
        return file(report, "csv", MediaType.parseMediaType("text/csv;charset=UTF-8"), reconciliation.csv(report));
    }

    @GetMapping("/pdf")
    @Operation(summary = "The same as PDF")
    ResponseEntity<byte[]> pdf(@RequestParam(required = false) @Nullable String client, @RequestParam LocalDate day) {
        ReconciliationReport report = reconciliation.report(client(client), day);
        return file(report, "pdf", MediaType.APPLICATION_PDF, reconciliation.pdf(report));
    }

    private static ResponseEntity<byte[]> file(ReconciliationReport report, String ending, MediaType type, byte[] bytes) {
        String name = "reconciliation-" + report.client() + "-" + report.day() + "." + ending;
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(type)
                .body(bytes);
    }

    private ClientId client(@Nullable String named) {
        CurrentUser who = CurrentUser.get();
        if (who.client() != null) {
            if (named != null && !named.equals(who.client().value())) {
                throw new NotThere("client");
            }
            return who.client();
        }
        if (named == null) {
            throw new BadInput("Say which client: \"client\" is missing.");
        }
        return clients.all().stream()
                .filter(known -> known.id().value().equals(named))
                .findFirst()
                .orElseThrow(() -> new NotThere("client"))
                .id();
    }
}
