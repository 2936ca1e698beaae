package org.ticketingos.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/** The chains of all clients. Entries are appended one client at a time, in the order of their sequence. */
@Repository
class Chain {

    private final JdbcClient jdbc;

    Chain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An act that has no place in its chain yet. */
    record Act(
            ClientId client, String actor, String event, @Nullable TicketId ticket, @Nullable Long eventSeq,
            String payload) {}

    private record Head(long seq, String hash, Instant now) {}

    /** The acts behind rows of the tickets' history, as the history keeps them in this transaction. */
    List<Act> history(List<Long> eventSeqs) {
        return jdbc.sql("""
                        select seq, client_id, ticket_id, kind, actor,
                               (facts || jsonb_build_object('at', to_jsonb(at at time zone 'UTC')))::text as payload
                        from ticket_event where seq = any (?) order by seq""")
                .param(eventSeqs.toArray(Long[]::new))
                .query((row, n) -> new Act(
                        new ClientId(row.getString("client_id")),
                        row.getString("actor"),
                        row.getString("kind"),
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        row.getLong("seq"),
                        row.getString("payload")))
                .list();
    }

    /** Appends acts of one client. The lock is held until the transaction ends, so others of this client wait. */
    void append(ClientId client, List<Act> acts) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit ' || ?, 0))")
                .param(client.value())
                .query()
                .singleRow();
        Head head = head(client);
        long seq = head.seq;
        String previous = head.hash;
        for (Act act : acts) {
            AuditEntry entry = new AuditEntry(
                            client, ++seq, head.now, act.actor, act.event, act.ticket, act.eventSeq, act.payload,
                            previous, "")
                    .sealed();
            insert(entry);
            previous = entry.hash();
        }
    }

    private Head head(ClientId client) {
        return jdbc.sql("""
                        select clock_timestamp() as now, seq, hash
                        from (select 1) as one left join lateral (
                            select seq, hash from audit_entry where client_id = ? order by seq desc limit 1) last on true""")
                .param(client.value())
                .query((row, n) -> new Head(
                        row.getLong("seq"),
                        Optional.ofNullable(row.getString("hash")).orElse(AuditEntry.NONE_BEFORE),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .single();
    }

    private void insert(AuditEntry entry) {
        jdbc.sql("""
                        insert into audit_entry (client_id, seq, at, actor, event, ticket_id, event_seq, payload,
                                                 previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""")
                .params(
                        entry.client().value(),
                        entry.seq(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.actor(),
                        entry.event(),
                        entry.ticketId() == null ? null : entry.ticketId().value(),
                        entry.eventSeq(),
                        entry.payload(),
                        entry.previousHash(),
                        entry.hash())
                .update();
    }

    /** Newest first, those before a sequence number. */
    List<AuditEntry> page(ClientId client, long before, int limit) {
        return jdbc.sql("select * from audit_entry where client_id = ? and seq < ? order by seq desc limit ?")
                .params(client.value(), before, limit)
                .query((row, n) -> entry(row))
                .list();
    }

    List<AuditEntry> of(TicketId ticket) {
        return jdbc.sql("select * from audit_entry where ticket_id = ? order by seq")
                .param(ticket.value())
                .query((row, n) -> entry(row))
                .list();
    }

    /** Hashes of entries after a sequence number, in order. */
    List<String> hashes(ClientId client, long after) {
        return jdbc.sql("select hash from audit_entry where client_id = ? and seq > ? order by seq")
                .params(client.value(), after)
                .query(String.class)
                .list();
    }

    List<ClientId> clients() {
        return jdbc.sql("select id from client order by id").query(String.class).list().stream()
                .map(ClientId::new)
                .toList();
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        UUID ticket = row.getObject("ticket_id", UUID.class);
        return new AuditEntry(
                new ClientId(row.getString("client_id")),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("event"),
                ticket == null ? null : new TicketId(ticket),
                row.getObject("event_seq", Long.class),
                row.getString("payload"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
