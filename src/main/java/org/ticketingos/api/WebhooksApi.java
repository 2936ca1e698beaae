package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.webhook.Delivery;
import org.ticketingos.webhook.EventKind;
import org.ticketingos.webhook.Webhook;
import org.ticketingos.webhook.Webhooks;

@RestController
@RequestMapping("/api/v1/webhooks")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Webhooks", description = "Tell other systems what has happened. Each call carries X-TicketingOS-Event,"
        + " X-TicketingOS-Delivery (the same at every attempt: drop what you know), X-TicketingOS-Timestamp (seconds"
        + " since 1970) and X-TicketingOS-Signature: \"v1=\" and the hex HMAC-SHA256, under the secret, of timestamp,"
        + " full stop and body. Answer 2xx within 15 s. Else it comes again for three days; those of one ticket stay in order.")
class WebhooksApi {

    private final Webhooks webhooks;
    private final Clients clients;

    WebhooksApi(Webhooks webhooks, Clients clients) {
        this.webhooks = webhooks;
        this.clients = clients;
    }

    /** @param client null: events of all clients; it cannot be changed later */
    record NewWebhookJson(
            @Nullable @Size(max = 32) String client,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 2_000) String url,
            @NotEmpty @Size(max = 50) List<@NotBlank String> events) {}

    /** @param secret shown once, when it is made or made anew; else null */
    record WebhookJson(
            UUID id, @Nullable String client, String name, String url, List<String> events, boolean active,
            String reason, int waiting, int parked, @Nullable String secret) {

        static WebhookJson of(Webhook one, @Nullable String secret) {
            return new WebhookJson(one.id(), one.client() == null ? null : one.client().value(), one.name(), one.url(),
                    one.kinds(), one.active(), one.reason(), one.waiting(), one.parked(), secret);
        }
    }

    record DeliveryJson(
            UUID id, String event, @Nullable String ticket, String client, Instant at, String state, int attempts,
            @Nullable Instant nextAttemptAt, @Nullable Instant answeredAt, @Nullable Integer status, String answer) {

        static DeliveryJson of(Delivery one) {
            return new DeliveryJson(one.id(), one.kind(), one.ticket(), one.client().value(), one.at(), one.state(),
                    one.attempts(), one.nextAttemptAt(), one.answeredAt(), one.status(), one.answer());
        }
    }

    record EventJson(String event, String meaning, boolean forClients) {}

    @GetMapping("/events")
    @Operation(summary = "What can be subscribed to")
    Listing<EventJson> events() {
        return Listing.whole(Arrays.stream(EventKind.values())
                .map(kind -> new EventJson(kind.code(), kind.meaning(), kind.forClients()))
                .toList());
    }

    @GetMapping
    @Operation(summary = "Who is told what; counts stop at 100")
    Listing<WebhookJson> list() {
        return Listing.whole(webhooks.all().stream().map(one -> WebhookJson.of(one, null)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Subscribe a system; the answer shows its secret, this once")
    WebhookJson add(@Valid @RequestBody NewWebhookJson wanted) {
        ClientId client = wanted.client() == null ? null : clients.all().stream()
                .map(org.ticketingos.client.Client::id)
                .filter(known -> known.value().equals(wanted.client()))
                .findFirst()
                .orElseThrow(() -> new NotThere("client"));
        Webhooks.Made made = webhooks.add(client, wanted.name(), wanted.url(), wanted.events(), CurrentUser.get());
        return WebhookJson.of(made.webhook(), made.secret());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change name, address and events")
    WebhookJson change(@PathVariable UUID id, @Valid @RequestBody NewWebhookJson wanted) {
        find(id);
        webhooks.change(id, wanted.name(), wanted.url(), wanted.events(), CurrentUser.get());
        return WebhookJson.of(find(id), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tell it nothing more; what waits is forgotten")
    void remove(@PathVariable UUID id) {
        find(id);
        webhooks.remove(id, CurrentUser.get());
    }

    @PostMapping("/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let deliveries wait")
    void pause(@PathVariable UUID id) {
        find(id);
        webhooks.pause(id, CurrentUser.get());
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deliver again, beginning with what has waited")
    void resume(@PathVariable UUID id) {
        find(id);
        webhooks.resume(id, CurrentUser.get());
    }

    @PostMapping("/{id}/secret")
    @Operation(summary = "Make a new secret and show it, this once; the old one signs no more")
    WebhookJson secret(@PathVariable UUID id) {
        find(id);
        String secret = webhooks.newSecret(id, CurrentUser.get());
        return WebhookJson.of(find(id), secret);
    }

    record Sent(UUID delivery) {}

    @PostMapping("/{id}/ping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a test")
    Sent ping(@PathVariable UUID id) {
        find(id);
        return new Sent(webhooks.ping(id, CurrentUser.get()));
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "Its deliveries, newest first; those heard are kept for 30 days")
    Listing<DeliveryJson> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        find(id);
        return Listing.of(webhooks.deliveries(id, after, limit), DeliveryJson::of);
    }

    @PostMapping("/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Deliver once more, under the same delivery id")
    void replay(@PathVariable UUID delivery) {
        webhooks.replay(delivery, CurrentUser.get());
    }

    /** @param replayed how many */
    record Replayed(int replayed) {}

    @PostMapping("/{id}/replay-parked")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Deliver once more all that was given up")
    Replayed replayParked(@PathVariable UUID id) {
        find(id);
        return new Replayed(webhooks.replayParked(id, CurrentUser.get()));
    }

    private Webhook find(UUID id) {
        return webhooks.find(id).orElseThrow(() -> new NotThere("webhook"));
    }
}
