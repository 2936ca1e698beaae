package org.ticketingos.quality;

import java.security.SecureRandom;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/**
 * Decides ticket by ticket whether QA looks at it, by a lottery that nobody can predict and everybody can repeat
 * (QMS-1): each frame has a secret key whose hash is in the history of every ticket it decided.
 */
@Repository
@Transactional
public class Sampling {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sampling(JdbcClient jdbc, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Draws for a ticket. Asked again with a higher rate, the draw stays and only the bar moves. */
    boolean draw(TicketId id, int ratePercent) {
        if (ratePercent < 0 || ratePercent > 100) {
            throw new IllegalArgumentException("a sampling rate of " + ratePercent + " %");
        }
        Ticket ticket = tickets.get(id);
        Key key = jdbc.sql("""
                        select f.id, f.key, f.key_hash from sample_frame f
                        join sample_unit u on u.frame_id = f.id where u.ticket_id = ?""")
                .param(id.value())
                .query(Sampling::key)
                .optional()
                .orElseGet(() -> open(ticket));
        String draw = Draw.of(key.key(), id.toString());
        boolean sampled = jdbc.sql("""
                        insert into sample_unit as known (ticket_id, client_id, frame_id, draw, rate_percent, sampled,
                                                          decided_at)
                        values (:ticket, :client, :frame, :draw, :rate, :sampled, :at)
                        on conflict (ticket_id) do update
                        set rate_percent = greatest(known.rate_percent, excluded.rate_percent),
                            sampled = known.sampled or excluded.sampled
                        returning sampled""")
                .param("ticket", id.value())
                .param("client", ticket.client().value())
                .param("frame", key.frame())
                .param("draw", draw)
                .param("rate", ratePercent)
                .param("sampled", Draw.hits(draw, ratePercent))
                .param("at", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
        tickets.record(
                new TicketSampled(id, key.frame(), key.hash(), draw, ratePercent, sampled, clock.instant()));
        return sampled;
    }

    /** Whether a review is repeated at the second level: drawn under the same key, so repeatable by outsiders too. */
    boolean second(TicketId id, int percent) {
        return percent > 0 && jdbc.sql("""
                        select f.key from sample_frame f
                        join sample_unit u on u.frame_id = f.id where u.ticket_id = ?""")
                .param(id.value())
                .query((row, n) -> row.getBytes("key"))
                .optional()
                .filter(key -> Draw.hits(Draw.of(key, id + "/second"), percent))
                .isPresent();
    }

    /** A frame with its whole population; the key only once its month is over. */
    @Transactional(readOnly = true)
    public Optional<Frame> frame(ClientId client, String line, YearMonth month) {
        return jdbc.sql("select id, key, key_hash from sample_frame where client_id = ? and line = ? and month = ?")
                .params(client.value(), line, Date.valueOf(month.atDay(1)))
                .query(Sampling::key)
                .optional()
                .map(key -> frame(client, line, month, key));
    }

    private Frame frame(ClientId client, String line, YearMonth month, Key key) {
        List<Frame.Unit> units = jdbc.sql("select * from sample_unit where frame_id = ? order by ticket_id::text")
                .param(key.frame())
                .query((row, n) -> new Frame.Unit(
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        row.getString("draw"),
                        row.getInt("rate_percent"),
                        row.getBoolean("sampled")))
                .list();
        return new Frame(
                key.frame(),
                client,
                line,
                month,
                key.hash(),
                month.isBefore(month(clock.instant())) ? HexFormat.of().formatHex(key.key()) : null,
                Draw.populationHash(units.stream().map(unit -> unit.ticket().toString()).toList()),
                (int) Math.round(units.stream().mapToInt(Frame.Unit::ratePercent).average().orElse(0)),
                units);
    }

    private Key open(Ticket ticket) {
        Instant now = clock.instant();
        Date month = Date.valueOf(month(now).atDay(1));
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        jdbc.sql("""
                        insert into sample_frame (id, client_id, line, month, key, key_hash, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (client_id, line, month) do nothing""")
                .params(
                        UUID.randomUUID(),
                        ticket.client().value(),
                        ticket.lineCode(),
                        month,
                        key,
                        Draw.hash(key),
                        Timestamp.from(now))
                .update();
        return jdbc.sql("select id, key, key_hash from sample_frame where client_id = ? and line = ? and month = ?")
                .params(ticket.client().value(), ticket.lineCode(), month)
                .query(Sampling::key)
                .single();
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    private static Key key(ResultSet row, int n) throws SQLException {
        return new Key(row.getObject("id", UUID.class), row.getBytes("key"), row.getString("key_hash"));
    }

    private record Key(UUID frame, byte[] key, String hash) {}
}
