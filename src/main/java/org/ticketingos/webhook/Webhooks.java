package org.ticketingos.webhook;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketRefused;

/** Who is told what by HTTP; only administrators may say so, and the audit remembers it. */
@Component
public class Webhooks {

    /** Counting stops here: more is shown as "100+". */
    public static final int MOST_COUNTED = 100;

    private final WebhookRows rows;
    private final WebhookOutbox outbox;
    private final AddressGuard guard;
    private final FreshProof proof;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Webhooks(
            WebhookRows rows,
            WebhookOutbox outbox,
            AddressGuard guard,
            FreshProof proof,
            ApplicationEventPublisher publisher,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.guard = guard;
        this.proof = proof;
        this.publisher = publisher;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A subscription with its secret, which is shown this once. */
    public record Made(Webhook webhook, String secret) {}

    public List<Webhook> all() {
        return rows.all();
    }

    public Optional<Webhook> find(UUID id) {
        return rows.find(id);
    }

    /** @param client null: of all clients */
    public Made add(@Nullable ClientId client, String name, String url, List<String> kinds, CurrentUser by) {
        check(client, name, url, kinds, by);
        Made added = in(() -> {
            UUID id = UUID.randomUUID();
            String secret = Signature.newSecret();
            rows.insert(id, client, name.strip(), url.strip(), kinds, secret, by.login(), clock.instant());
            Webhook made = rows.find(id).orElseThrow();
            tell(made, "webhook-added", by);
            return new Made(made, secret);
        });
        outbox.somebodyListens();
        return added;
    }

    public void change(UUID id, String name, String url, List<String> kinds, CurrentUser by) {
        weighs(by);
        Webhook before = get(id);
        check(before.client(), name, url, kinds, by);
        act(id, "webhook-changed", by, () -> rows.change(id, name.strip(), url.strip(), kinds));
    }

    private void check(@Nullable ClientId client, String name, String url, List<String> kinds, CurrentUser by) {
        weighs(by);
        if (name.isBlank() || name.strip().length() > 100) {
            throw new TicketRefused("Give it a name of at most 100 characters.");
        }
        if (kinds.isEmpty()) {
            throw new TicketRefused("Choose at least one event.");
        }
        for (String kind : kinds) {
            EventKind known = EventKind.of(kind)
                    .orElseThrow(() -> new TicketRefused("\"" + kind + "\" is no event that can be subscribed to."));
            if (client != null && !known.forClients()) {
                throw new TicketRefused("\"" + kind + "\" is told to our own systems only, not to one client's.");
            }
        }
        URI uri = guard.check(url);
        try {
            guard.open(uri);
        } catch (AddressGuard.Closed e) {
            throw new TicketRefused(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            throw new TicketRefused("There is no computer named " + uri.getHost() + ".");
        }
    }

    /** Deliveries wait until it is resumed. */
    public void pause(UUID id, CurrentUser by) {
        act(id, "webhook-paused", by, () -> rows.state(id, "PAUSED", "Paused by " + by.name(), clock.instant()));
    }

    public void resume(UUID id, CurrentUser by) {
        act(id, "webhook-resumed", by, () -> rows.state(id, "ACTIVE", "", clock.instant()));
    }

    /** Waiting deliveries are forgotten with it. */
    public void remove(UUID id, CurrentUser by) {
        weighs(by);
        act(id, "webhook-removed", by, () -> rows.delete(id));
    }

    /** A new secret; the old one no longer signs. */
    public String newSecret(UUID id, CurrentUser by) {
        weighs(by);
        String secret = Signature.newSecret();
        act(id, "webhook-secret-changed", by, () -> rows.secret(id, secret));
        return secret;
    }

    /** Sends a delivery that is about nothing. */
    public UUID ping(UUID id, CurrentUser by) {
        mayAct(by);
        Webhook webhook = get(id);
        return in(() -> {
            rows.state(id, webhook.active() ? "ACTIVE" : "PAUSED", webhook.reason(), clock.instant());
            return outbox.ping(id, of(webhook).value());
        });
    }

    /** The newest first; the cursor is the one the page before ended with. */
    public Page<Delivery> deliveries(UUID id, @Nullable String cursor, int limit) {
        try {
            return rows.deliveries(id, cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), limit);
        } catch (NumberFormatException e) {
            throw Page.foreignMark();
        }
    }

    /** Delivers once more, heard or not, with the same delivery id. */
    public void replay(UUID delivery, CurrentUser by) {
        mayAct(by);
        Delivery known = rows.delivery(delivery)
                .orElseThrow(() -> new TicketRefused("This delivery is not kept any more."));
        act(known.webhook(), "webhook-delivery-replayed", by, () -> {
            rows.again(delivery, clock.instant());
            outbox.ringAfterCommit();
        });
    }

    /** Delivers once more all that was given up; answers how many. */
    public int replayParked(UUID id, CurrentUser by) {
        int[] number = new int[1];
        act(id, "webhook-parked-replayed", by, () -> {
            number[0] = rows.parkedAgain(id, clock.instant());
            outbox.ringAfterCommit();
        });
        return number[0];
    }

    /** It decides where what we know goes. */
    private void weighs(CurrentUser by) {
        mayAct(by);
        proof.need(by);
    }

    private Webhook get(UUID id) {
        return rows.find(id).orElseThrow(() -> new TicketRefused("This webhook is not there any more."));
    }

    private void act(UUID id, String what, CurrentUser by, Runnable work) {
        mayAct(by);
        Webhook webhook = get(id);
        in(() -> {
            work.run();
            tell(rows.find(id).orElse(webhook), what, by);
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        T done = transactions.execute(status -> work.get());
        if (done == null) {
            throw new IllegalStateException("no answer");
        }
        return done;
    }

    private static void mayAct(CurrentUser by) {
        if (!by.is(Role.ADMIN)) {
            throw new TicketRefused("Only administrators decide which systems are told what.");
        }
    }

    private static ClientId of(Webhook webhook) {
        return webhook.client() == null ? ClientId.HOUSE : webhook.client();
    }

    private void tell(Webhook webhook, String what, CurrentUser by) {
        publisher.publishEvent(new SettingChanged(of(webhook), by.login(), what, Map.of(
                "webhook", webhook.id().toString(),
                "host", String.valueOf(URI.create(webhook.url()).getHost()),
                "events", String.join(" ", webhook.kinds()))));
    }
}
