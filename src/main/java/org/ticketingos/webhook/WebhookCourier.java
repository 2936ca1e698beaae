package org.ticketingos.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.channel.Rounds;
import org.ticketingos.webhook.Wire.Answer;

/**
 * Carries deliveries out, one transaction each: those of one ticket in order, none before the one before it was heard.
 * What a crash leaves unrecorded goes again with the same delivery id.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookCourier implements SmartLifecycle {

    /** For so long a delivery is tried. */
    static final Duration GIVE_UP = Duration.ofDays(3);

    static final List<Duration> BACK_OFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** What was heard is kept for looking at. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int GONE = 410;

    private final JdbcClient jdbc;
    private final WebhookOutbox outbox;
    private final Wire wire;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final WebhookSettings settings;
    private final List<Rounds> rounds = List.of(
            new Rounds("webhooks-1", PAUSE, this::carryOne), new Rounds("webhooks-2", PAUSE, this::carryOne));
    private Instant swept = Instant.EPOCH;

    WebhookCourier(
            JdbcClient jdbc,
            WebhookOutbox outbox,
            Wire wire,
            PlatformTransactionManager manager,
            Clock clock,
            WebhookSettings settings) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.wire = wire;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.settings = settings;
        outbox.answeredBy(() -> rounds.forEach(Rounds::wake));
    }

    private record Due(
            UUID id, long seq, UUID webhook, String url, String secret, String kind, String body, int attempts,
            @Nullable Instant firstTried, int failures) {}

    /** Spreads what has happened and makes one delivery; answers whether there may be more to do. */
    boolean carryOne() {
        outbox.lookWhoListens();
        sweep();
        boolean spread = Boolean.TRUE.equals(transactions.execute(status -> outbox.spread()));
        boolean carried = Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Due> due = next();
            due.ifPresent(this::carry);
            return due.isPresent();
        }));
        return spread || carried;
    }

    /** Of each subscription the delivery whose turn it is; one that another worker holds is passed by. */
    private Optional<Due> next() {
        Timestamp now = Timestamp.from(clock.instant());
        List<UUID> candidates = jdbc.sql("""
                        select d.id from webhook w cross join lateral (
                            select d.id, d.next_attempt_at from webhook_delivery d
                            where d.webhook_id = w.id and d.state = 'QUEUED' and d.next_attempt_at <= :now
                              and not exists (select 1 from webhook_delivery e
                                              where e.webhook_id = d.webhook_id and e.ticket_id = d.ticket_id
                                                and e.state = 'QUEUED' and e.seq < d.seq)
                            order by d.next_attempt_at, d.seq limit 1) d
                        where w.state = 'ACTIVE' and w.rest_until <= :now order by d.next_attempt_at""")
                .param("now", now)
                .query(UUID.class)
                .list();
        for (UUID id : candidates) {
            Optional<Due> due = jdbc.sql("""
                            select d.*, w.url, w.secret, w.failures from webhook_delivery d
                            join webhook w on w.id = d.webhook_id
                            where d.id = ? and d.state = 'QUEUED' for update of d skip locked""")
                    .param(id)
                    .query((row, n) -> new Due(id, row.getLong("seq"), row.getObject("webhook_id", UUID.class),
                            row.getString("url"), row.getString("secret"), row.getString("kind"),
                            row.getString("body"), row.getInt("attempts"), instant(row.getTimestamp("first_tried_at")),
                            row.getInt("failures")))
                    .optional();
            if (due.isPresent()) {
                return due;
            }
        }
        return Optional.empty();
    }

    private void carry(Due due) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "TicketingOS-Webhook/1");
        headers.put("X-TicketingOS-Event", due.kind());
        headers.put("X-TicketingOS-Delivery", due.id().toString());
        headers.put("X-TicketingOS-Timestamp", timestamp);
        headers.put("X-TicketingOS-Signature", Signature.of(due.secret(), timestamp, due.body()));
        Answer answer = wire.post(due.url(), headers, due.body());
        Instant now = clock.instant();
        Instant first = due.firstTried() == null ? now : due.firstTried();
        boolean parked = !answer.isHeard() && !now.isBefore(first.plus(GIVE_UP));
        Instant next = now.plus(wait(due.attempts()));
        // The last try is made when the three days are over, not some hours before.
        Instant last = first.plus(GIVE_UP);
        jdbc.sql("""
                        update webhook_delivery set state = ?, attempts = attempts + 1, next_attempt_at = ?,
                               first_tried_at = ?, answered_at = ?, status = ?, answer = ? where id = ?""")
                .params(answer.isHeard() ? "DELIVERED" : parked ? "PARKED" : "QUEUED",
                        Timestamp.from(next.isAfter(last) && now.isBefore(last) ? last : next), Timestamp.from(first),
                        Timestamp.from(now), answer.status(), answer.sentence(), due.id())
                .update();
        rest(due, answer, now);
    }

    /** Who gives no answer is left alone for a while with everything; who says no is asked on about other tickets. */
    private void rest(Due due, Answer answer, Instant now) {
        boolean silent = answer.status() == null;
        boolean gone = Integer.valueOf(GONE).equals(answer.status());
        jdbc.sql("""
                        update webhook set failures = ?, rest_until = ?,
                               reason = case when state = 'PAUSED' then reason else ? end,
                               state = case when ? then 'PAUSED' else state end where id = ?""")
                .params(silent ? due.failures() + 1 : 0,
                        Timestamp.from(silent ? now.plus(wait(due.failures())) : now),
                        silent || gone ? answer.sentence() : "", gone, due.webhook())
                .update();
    }

    private static Duration wait(int failures) {
        return BACK_OFF.get(Math.min(failures, BACK_OFF.size() - 1));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private void sweep() {
        Instant now = clock.instant();
        if (now.isAfter(swept.plus(Duration.ofHours(1)))) {
            swept = now;
            jdbc.sql("delete from webhook_delivery where state = 'DELIVERED' and answered_at < ?")
                    .param(Timestamp.from(now.minus(KEPT)))
                    .update();
        }
    }

    @Override
    public void start() {
        if (settings.sending()) {
            rounds.forEach(Rounds::start);
        }
    }

    @Override
    public void stop() {
        rounds.forEach(Rounds::stop);
    }

    @Override
    public boolean isRunning() {
        return rounds.get(0).isRunning();
    }
}
