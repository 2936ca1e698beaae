package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.MachineSenders;
import org.ticketingos.channel.MachineSenders.Machine;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;

@RestController
@RequestMapping("/api/v1/machine-senders")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
@Tag(name = "Kept mail")
class MachineSendersApi {

    private final MachineSenders machines;
    private final Clients clients;

    MachineSendersApi(MachineSenders machines, Clients clients) {
        this.machines = machines;
        this.clients = clients;
    }

    /** @param reason kept by the audit; left out in lists */
    record MachineJson(
            @Nullable @Size(max = 60) String client,
            @Nullable @Size(max = 254) String mail,
            @Nullable @Size(max = 300) String reason) {}

    @GetMapping
    @Operation(summary = "The addresses of scanners and systems that may open tickets")
    Listing<MachineJson> list() {
        return Listing.whole(machines.all().stream()
                .map(one -> new MachineJson(one.client().value(), one.mail(), null))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a machine open tickets")
    void add(@Valid @RequestBody MachineJson machine) {
        machines.add(machine(machine), reason(machine), CurrentUser.get());
    }

    @PostMapping("/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let it open tickets no longer")
    void remove(@Valid @RequestBody MachineJson machine) {
        machines.remove(machine(machine), reason(machine), CurrentUser.get());
    }

    private Machine machine(MachineJson machine) {
        ClientId client = new ClientId(String.valueOf(machine.client()));
        clients.find(client).orElseThrow(() -> new NotThere("client"));
        return new Machine(client, machine.mail() == null ? "" : machine.mail());
    }

    private static String reason(MachineJson machine) {
        return machine.reason() == null ? "" : machine.reason();
    }
}
