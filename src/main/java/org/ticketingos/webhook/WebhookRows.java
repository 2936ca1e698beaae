package org.ticketingos.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Page;

/** The rows of subscriptions and their deliveries. */
@Repository
class WebhookRows {

    private static final int MOST_ROWS = 100;

    private static final String SELECT = """
            select w.*,
                   exists (select 1 from webhook_delivery d where d.webhook_id = w.id and d.state = 'QUEUED'
                           and d.attempts > 0) as trying,
                   (select count(*) from (select 1 from webhook_delivery d where d.webhook_id = w.id
                                          and d.state = 'QUEUED' limit %1$d) q) as waiting,
                   (select count(*) from (select 1 from webhook_delivery d where d.webhook_id = w.id
                                          and d.state = 'PARKED' limit %1$d) p) as parked
            from webhook w\s""".formatted(Webhooks.MOST_COUNTED);

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> all() {
        return jdbc.sql(SELECT + "order by w.name, w.id").query(WebhookRows::webhook).list();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql(SELECT + "where w.id = ?").param(id).query(WebhookRows::webhook).optional();
    }

    void insert(UUID id, @Nullable ClientId client, String name, String url, List<String> kinds, String secret,
            String by, Instant now) {
        jdbc.sql("""
                        insert into webhook (id, client_id, name, url, kinds, secret, state, made_by, made_at,
                                             rest_until)
                        values (?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?)""")
                .params(id, client == null ? null : client.value(), name, url, kinds.toArray(String[]::new), secret, by,
                        Timestamp.from(now), Timestamp.from(now))
                .update();
    }

    void change(UUID id, String name, String url, List<String> kinds) {
        jdbc.sql("update webhook set name = ?, url = ?, kinds = ? where id = ?")
                .params(name, url, kinds.toArray(String[]::new), id)
                .update();
    }

    void state(UUID id, String state, String reason, Instant now) {
        jdbc.sql("update webhook set state = ?, reason = ?, failures = 0, rest_until = ? where id = ?")
                .params(state, reason, Timestamp.from(now), id)
                .update();
    }

    void secret(UUID id, String secret) {
        jdbc.sql("update webhook set secret = ? where id = ?").params(secret, id).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from webhook where id = ?").param(id).update();
    }

    Page<Delivery> deliveries(UUID webhook, long before, int limit) {
        int rows = Math.max(1, Math.min(limit, MOST_ROWS));
        List<Delivery> found = jdbc.sql("""
                        select d.*, t.number from webhook_delivery d left join ticket t on t.id = d.ticket_id
                        where d.webhook_id = ? and d.seq < ? order by d.seq desc limit ?""")
                .params(webhook, before, rows + 1)
                .query(WebhookRows::delivery)
                .list();
        List<Delivery> page = new ArrayList<>(found.subList(0, Math.min(rows, found.size())));
        return new Page<>(page, found.size() > rows ? String.valueOf(page.get(rows - 1).seq()) : null);
    }

    Optional<Delivery> delivery(UUID id) {
        return jdbc.sql("""
                        select d.*, t.number from webhook_delivery d left join ticket t on t.id = d.ticket_id
                        where d.id = ?""")
                .param(id)
                .query(WebhookRows::delivery)
                .optional();
    }

    void again(UUID delivery, Instant now) {
        jdbc.sql("""
                        update webhook_delivery set state = 'QUEUED', next_attempt_at = ?, first_tried_at = null
                        where id = ?""")
                .params(Timestamp.from(now), delivery)
                .update();
    }

    int parkedAgain(UUID webhook, Instant now) {
        return jdbc.sql("""
                        update webhook_delivery set state = 'QUEUED', next_attempt_at = ?, first_tried_at = null
                        where webhook_id = ? and state = 'PARKED'""")
                .params(Timestamp.from(now), webhook)
                .update();
    }

    private static Webhook webhook(ResultSet row, int n) throws SQLException {
        String client = row.getString("client_id");
        return new Webhook(
                row.getObject("id", UUID.class),
                client == null ? null : new ClientId(client),
                row.getString("name"),
                row.getString("url"),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                row.getString("state").equals("ACTIVE"),
                row.getString("reason"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getBoolean("trying"),
                row.getInt("waiting"),
                row.getInt("parked"));
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        String state = row.getString("state");
        Timestamp answered = row.getTimestamp("answered_at");
        return new Delivery(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                new ClientId(row.getString("client_id")),
                row.getString("number"),
                row.getString("kind"),
                row.getTimestamp("at").toInstant(),
                state,
                row.getInt("attempts"),
                state.equals("QUEUED") ? row.getTimestamp("next_attempt_at").toInstant() : null,
                answered == null ? null : answered.toInstant(),
                row.getObject("status", Integer.class),
                row.getString("answer"));
    }
}
