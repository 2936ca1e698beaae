package org.ticketingos.channel;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.TicketId;

/** Mail exactly as it came. Each verb is a transaction of its own when nobody has begun one. */
@Repository
@Transactional
class InboundMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    InboundMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A raw mail waiting to be read. */
    record Raw(long id, String externalId, byte[] bytes, Instant fetchedAt, int attempts) {}

    /** Highest UID taken over so far; 0 when the mailbox is new or has been renumbered. */
    long lastUid(String mailbox, long uidValidity) {
        return jdbc.sql("select coalesce(max(uid), 0) from inbound_mail where mailbox = ? and uidvalidity = ?")
                .params(mailbox, uidValidity)
                .query(Long.class)
                .single();
    }

    /** Keeps a mail. One that is known under an older numbering of the mailbox only gets its new number. */
    void keep(String mailbox, long uidValidity, long uid, byte[] raw) {
        String sha256 = Identity.sha256(raw);
        int renumbered = jdbc.sql("""
                        update inbound_mail set uidvalidity = :validity, uid = :uid, flagged = false
                        where id = (select id from inbound_mail
                                    where mailbox = :mailbox and sha256 = :sha256 and uidvalidity <> :validity
                                    order by id limit 1)
                        and not exists (select 1 from inbound_mail
                                        where mailbox = :mailbox and uidvalidity = :validity and uid = :uid)""")
                .param("validity", uidValidity)
                .param("uid", uid)
                .param("mailbox", mailbox)
                .param("sha256", sha256)
                .update();
        if (renumbered == 0) {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.sql("""
                            insert into inbound_mail (mailbox, uidvalidity, uid, sha256, raw, fetched_at, next_attempt_at)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(mailbox, uidValidity, uid, sha256, raw, now, now)
                    .update();
        }
    }

    /** UIDs that are safe with us but not yet marked on the server. */
    Set<Long> unflagged(String mailbox, long uidValidity) {
        return jdbc.sql("select uid from inbound_mail where mailbox = ? and uidvalidity = ? and not flagged")
                .params(mailbox, uidValidity)
                .query(Long.class)
                .set();
    }

    void flagged(String mailbox, long uidValidity, long uid) {
        jdbc.sql("update inbound_mail set flagged = true where mailbox = ? and uidvalidity = ? and uid = ?")
                .params(mailbox, uidValidity, uid)
                .update();
    }

    /**
     * Takes the next mail and counts the attempt before it is made, so that a mail that kills the process is counted
     * too. Until the lease ends nobody else takes it: 30 s, doubled at every attempt.
     */
    Optional<Raw> lease() {
        return jdbc.sql("""
                        update inbound_mail set attempts = attempts + 1,
                               next_attempt_at = cast(:now as timestamptz) + interval '30 seconds' * power(2, least(attempts, 7))
                        where id = (select id from inbound_mail where state = 'NEW' and next_attempt_at <= :now
                                    order by next_attempt_at, id limit 1 for update skip locked)
                        returning id, mailbox, uidvalidity, uid, raw, fetched_at, attempts""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Raw(
                        row.getLong("id"),
                        row.getString("mailbox") + ":" + row.getLong("uidvalidity") + ":" + row.getLong("uid"),
                        row.getBytes("raw"),
                        row.getTimestamp("fetched_at").toInstant(),
                        row.getInt("attempts")))
                .optional();
    }

    /** What became of it. */
    void settle(long id, String state, @Nullable Receipt receipt, String reason) {
        TicketId ticket = receipt == null ? null : receipt.ticket();
        jdbc.sql("""
                        update inbound_mail set state = :state, outcome = :outcome, ticket_id = :ticket, reason = :reason,
                               client_id = coalesce((select client_id from ticket where id = :ticket), client_id)
                        where id = :id""")
                .param("state", state)
                .param("outcome", receipt == null ? null : receipt.outcome().name())
                .param("ticket", ticket == null ? null : ticket.value(), Types.OTHER)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Lets parked mails be read again, after the cause has been repaired. */
    int releaseParked() {
        return jdbc.sql("update inbound_mail set state = 'NEW', attempts = 0, next_attempt_at = ? where state = 'PARKED'")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    List<String> parked() {
        return jdbc.sql("select mailbox || ' ' || uid || ': ' || reason from inbound_mail where state = 'PARKED' order by id")
                .query(String.class)
                .list();
    }
}
