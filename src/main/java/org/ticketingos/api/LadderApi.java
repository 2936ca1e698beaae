package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.sla.LadderTrial;
import org.ticketingos.sla.LadderTrial.Candidate;
import org.ticketingos.staffing.IdleTrial;

@RestController
@RequestMapping("/api/v1/ladder")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ANALYST', 'ADMIN')")
@Tag(name = "Escalation ladder", description = "Tried on old tickets, 300 at a time; nothing is sent or written.")
class LadderApi {

    private final LadderTrial promises;
    private final IdleTrial idle;
    private final Clients clients;

    LadderApi(LadderTrial promises, IdleTrial idle, Clients clients) {
        this.promises = promises;
        this.idle = idle;
        this.clients = clients;
    }

    @GetMapping("/promises")
    @Operation(summary = "Warnings and breaches that today's table, or other thresholds, would have sent, beside what was sent")
    LadderTrial.Result promises(
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable Integer warningPercent,
            @RequestParam(defaultValue = "100") int targetPercent,
            @RequestParam(required = false) @Nullable String after) {
        return promises.of(new Candidate(warningPercent, targetPercent), days, known(client), after, CurrentUser.get());
    }

    @GetMapping("/idle")
    @Operation(summary = "Reminders, returns and escalations that today's table of idle holders would have sent")
    IdleTrial.Result idle(
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(defaultValue = "100") int percent,
            @RequestParam(required = false) @Nullable String after) {
        return idle.of(percent, days, known(client), after, CurrentUser.get());
    }

    private @Nullable ClientId known(@Nullable String client) {
        if (client == null || client.isBlank()) {
            return null;
        }
        return clients.find(new ClientId(client)).orElseThrow(() -> new NotThere("client")).id();
    }
}
