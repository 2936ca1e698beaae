package org.ticketingos.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/** The requests opened since an instant, the newest first, page by page along their ids, which are ordered by time. */
@Repository
public class OldTickets {

    private final JdbcClient jdbc;

    OldTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after the mark of the page before; null for the first */
    @Transactional(readOnly = true)
    public Page<TicketId> opened(Instant since, @Nullable ClientId client, @Nullable String after, int limit) {
        List<TicketId> found = jdbc.sql("""
                        select id from ticket
                        where kind = 'REQUEST' and id >= :since and id < :before
                        """ + (client == null ? "" : " and client_id = :client")
                        + " order by id desc limit :rows")
                .param("since", new UUID(since.toEpochMilli() << 16, 0))
                .param("before", after == null ? new UUID(-1L, -1L) : mark(after))
                .param("client", client == null ? "" : client.value())
                .param("rows", limit + 1)
                .query((row, n) -> new TicketId(row.getObject("id", UUID.class)))
                .list();
        String next = found.size() > limit ? found.get(limit - 1).toString() : null;
        return new Page<>(found.stream().limit(limit).toList(), next);
    }

    private static UUID mark(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Page.foreignMark();
        }
    }
}
