package org.ticketingos.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/** The rows of uploads and of their files. */
@Repository
class UploadRows {

    private static final int MOST_ROWS = 100;

    private static final String SELECT = """
            select u.*, t.number,
                   (select count(*) from upload_item i where i.upload_id = u.id and not i.known) as taken,
                   (select count(*) from upload_item i where i.upload_id = u.id and i.known) as known
            from upload u left join ticket t on t.id = u.ticket_id\s""";

    private final JdbcClient jdbc;

    UploadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file of an upload. */
    record Item(int position, String sha256, UUID document, boolean known) {}

    void insert(UUID id, NewUpload what, String by, Instant at) {
        jdbc.sql("""
                        insert into upload (id, client_id, requester, made_by, key, subject, body, service_line,
                                            priority, channel, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, what.client().value(), what.requester(), by, what.key(), what.subject(), what.text(),
                        what.line() == null ? null : what.line().code(),
                        what.priority() == null ? null : what.priority().name(), what.channel(), Timestamp.from(at))
                .update();
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql(SELECT + "where u.id = ?").param(id).query(UploadRows::upload).optional();
    }

    Optional<Upload> find(ClientId client, String by, String key) {
        return jdbc.sql(SELECT + "where u.client_id = ? and u.made_by = ? and u.key = ?")
                .params(client.value(), by, key)
                .query(UploadRows::upload)
                .optional();
    }

    /** The newest first; one that holds nothing and was never sent is not shown. */
    Page<Upload> page(@Nullable UUID before, int limit) {
        int rows = Math.max(1, Math.min(limit, MOST_ROWS));
        List<Upload> found = jdbc.sql(SELECT + """
                        where (:before::uuid is null or u.id < :before::uuid)
                          and exists (select 1 from upload_item i where i.upload_id = u.id)
                        order by u.id desc limit :limit""")
                .param("before", before == null ? null : before.toString())
                .param("limit", rows + 1)
                .query(UploadRows::upload)
                .list();
        return new Page<>(
                found.stream().limit(rows).toList(),
                found.size() > rows ? found.get(rows - 1).id().toString() : null);
    }

    /** What was asked for, held until the transaction ends. */
    NewUpload lock(UUID id) {
        return jdbc.sql("select * from upload where id = ? for update")
                .param(id)
                .query((row, n) -> new NewUpload(
                        new ClientId(row.getString("client_id")),
                        row.getString("channel"),
                        row.getString("key"),
                        row.getString("requester"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("service_line") == null ? null : ServiceLine.of(row.getString("service_line")),
                        row.getString("priority") == null ? null : Priority.valueOf(row.getString("priority"))))
                .single();
    }

    Optional<Item> item(UUID upload, String sha256) {
        return jdbc.sql("select * from upload_item where upload_id = ? and sha256 = ?")
                .params(upload, sha256)
                .query(UploadRows::item)
                .optional();
    }

    /** Files of it that count as new although nobody has asked for them again. */
    List<Item> fresh(UUID upload) {
        return jdbc.sql("select * from upload_item where upload_id = ? and not known and not again order by position")
                .param(upload)
                .query(UploadRows::item)
                .list();
    }

    void add(Upload upload, int position, String name, String sha256, UUID document, boolean known, boolean again) {
        jdbc.sql("""
                        insert into upload_item (upload_id, client_id, position, name, sha256, document_id, known,
                                                 again)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(upload.id(), upload.client().value(), position, name, sha256, document, known, again)
                .update();
    }

    void known(UUID upload, Item item, UUID earlier) {
        jdbc.sql("update upload_item set known = true, document_id = ? where upload_id = ? and position = ?")
                .params(earlier, upload, item.position())
                .update();
    }

    void sent(UUID upload, TicketId ticket, Instant at) {
        jdbc.sql("update upload set ticket_id = ?, sent_at = ? where id = ?")
                .params(ticket.value(), Timestamp.from(at), upload)
                .update();
    }

    /** Answers the documents that were taken in with it. */
    List<UUID> delete(UUID upload) {
        List<UUID> taken = jdbc.sql("delete from upload_item where upload_id = ? returning document_id, known")
                .param(upload)
                .query((row, n) -> row.getBoolean("known") ? Optional.<UUID>empty()
                        : Optional.of(row.getObject("document_id", UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        jdbc.sql("delete from upload where id = ?").param(upload).update();
        return taken;
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(row.getInt("position"), row.getString("sha256"), row.getObject("document_id", UUID.class),
                row.getBoolean("known"));
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        String number = row.getString("number");
        Timestamp sent = row.getTimestamp("sent_at");
        return new Upload(
                row.getObject("id", UUID.class),
                new ClientId(row.getString("client_id")),
                row.getString("requester"),
                row.getString("subject"),
                row.getTimestamp("at").toInstant(),
                number == null ? null : new TicketNumber(number),
                sent == null ? null : sent.toInstant(),
                row.getInt("taken"),
                row.getInt("known"));
    }
}
