package org.ticketingos.upload;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketNumber;

/** Which contents have reached us before, whatever the files are called. */
@Repository
class KnownFiles {

    /** A paper that comes again later is work again: rates, lists and forms repeat. */
    static final Duration WINDOW = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Papers of requests that were not withdrawn; of others' requests only for whoever sees those. By hash. */
    Map<String, Earlier> of(ClientId client, Collection<String> hashes, CurrentUser by) {
        Map<String, Earlier> known = new HashMap<>();
        jdbc.sql("""
                        select distinct on (d.sha256) d.sha256, d.id, t.number, t.subject, d.stored_at
                        from document d
                        join ticket t on t.id = case when d.about ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then d.about::uuid end
                        where d.client_id = :client and d.sha256 = any (:hashes) and d.stored_at > :since
                          and t.status <> 'WITHDRAWN' and (:company or lower(t.requester) = any (:own))
                        order by d.sha256, d.stored_at desc""")
                .param("client", client.value())
                .param("hashes", hashes.toArray(String[]::new))
                .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
                .param("company", !by.isClient() || by.rights().company())
                .param("own", own(by))
                .query(row -> {
                    known.put(row.getString("sha256"), new Earlier(
                            row.getObject("id", UUID.class),
                            new TicketNumber(row.getString("number")),
                            row.getString("subject"),
                            row.getTimestamp("stored_at").toInstant()));
                });
        return known;
    }

    private static String[] own(CurrentUser by) {
        return List.of(by.login(), by.mail()).stream()
                .filter(name -> !name.isBlank())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
