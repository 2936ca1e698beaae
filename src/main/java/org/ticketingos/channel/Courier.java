package org.ticketingos.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;

/** Carries queued messages out, one transaction each; what a crash leaves queued goes again with the same Message-ID. */
@Component
class Courier implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** After one minute, then longer and longer; the last try is about a day after the first. */
    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12));

    private static final int REFERENCES_MAX = 20;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final HeldMessages held;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<String, Channel> channels;
    private final Rounds rounds = new Rounds("courier", PAUSE, this::carryOne);

    Courier(
            JdbcClient jdbc,
            Documents documents,
            HeldMessages held,
            PlatformTransactionManager manager,
            Clock clock,
            List<Channel> channels,
            CourierBell bell) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.held = held;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        bell.answeredBy(rounds::wake);
    }

    /** Delivers the message that has waited longest; answers whether there was one. */
    boolean carryOne() {
        held.release();
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Waiting> waiting = next();
            waiting.ifPresent(this::carry);
            return waiting.isPresent();
        }));
    }

    private record Waiting(OutboundMessage message, String channel, int attempts) {}

    private Optional<Waiting> next() {
        List<String> open = channels.keySet().stream().toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select *, coalesce((select name from client_brand b where b.client_id = message.client_id), '')
                                  as brand
                        from message
                        where state = 'QUEUED' and next_attempt_at <= :now and channel in (:channels)
                        order by next_attempt_at, seq limit 1 for update skip locked""")
                .param("now", Timestamp.from(clock.instant()))
                .param("channels", open)
                .query((row, n) -> new Waiting(
                        new OutboundMessage(
                                row.getObject("id", UUID.class),
                                row.getString("mail_id"),
                                row.getString("recipient"),
                                Addresses.several(row.getString("cc")),
                                row.getString("subject"),
                                row.getString("body"),
                                List.of(),
                                references(row.getObject("ticket_id", UUID.class), row.getLong("seq")),
                                row.getBoolean("automatic"),
                                row.getString("brand")),
                        row.getString("channel"),
                        row.getInt("attempts")))
                .optional();
    }

    private void carry(Waiting waiting) {
        OutboundMessage message = waiting.message();
        try {
            channels.get(waiting.channel()).deliver(withFiles(message));
            jdbc.sql("update message set state = 'SENT', reason = '', attempts = attempts + 1 where id = ?")
                    .param(message.id())
                    .update();
        } catch (DeliveryFailed failure) {
            boolean giveUp = failure.forGood() || waiting.attempts() >= BACK_OFF.size();
            Duration wait = BACK_OFF.get(Math.min(waiting.attempts(), BACK_OFF.size() - 1));
            jdbc.sql("""
                            update message set state = ?, reason = ?, attempts = attempts + 1, next_attempt_at = ?
                            where id = ?""")
                    .params(
                            giveUp ? "FAILED" : "QUEUED",
                            PlainText.line(failure.getMessage(), 500),
                            Timestamp.from(clock.instant().plus(wait)),
                            message.id())
                    .update();
        }
    }

    private OutboundMessage withFiles(OutboundMessage message) {
        List<Attachment> files = jdbc
                .sql("select document_id from message_attachment where message_id = ? order by position")
                .param(message.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> {
                    DocumentRef paper = documents.find(id).orElseThrow();
                    return new Attachment(paper.name(), paper.mediaType(), documents.bytes(id));
                })
                .toList();
        return new OutboundMessage(message.id(), message.mailId(), message.to(), message.cc(), message.subject(), message.text(),
                files, message.references(), message.automatic(), message.brand());
    }

    /** Message-IDs of the conversation before this message, oldest first. */
    private List<String> references(@Nullable UUID ticket, long before) {
        if (ticket == null) {
            return List.of();
        }
        List<String> newestFirst = new ArrayList<>(jdbc.sql("""
                        select mail_id from message
                        where ticket_id = ? and seq < ? and mail_id is not null and state <> 'AUTO'
                        order by seq desc limit ?""")
                .params(ticket, before, REFERENCES_MAX)
                .query(String.class)
                .list());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
