package org.ticketingos.quality;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** Draws the items of a calibration session by a key that is kept, so that the draw can be repeated (QMS-3). */
@Component
class CalibrationDraw {

    private static final int MOST_ITEMS = 20;
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final CalibrationPoints points;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalibrationDraw(JdbcClient jdbc, CalibrationPoints points, Clock clock) {
        this.jdbc = jdbc;
        this.points = points;
        this.clock = clock;
    }

    /** The id of the new session. */
    UUID draw(
            ClientId client, String line, String title, int size, Set<String> raters, Instant since, String leader) {
        if (title.isBlank() || title.length() > 200) {
            throw new TicketRefused("Give the session a title of at most 200 characters.");
        }
        if (size < 1 || size > MOST_ITEMS) {
            throw new TicketRefused("A session has 1 to " + MOST_ITEMS + " items.");
        }
        if (raters.size() < 2) {
            throw new TicketRefused("Agreement needs at least two reviewers.");
        }
        List<String> population = jdbc.sql("""
                        select distinct r.ticket_id::text from review r
                        where r.client_id = ? and r.line = ? and r.reviewed_at >= ? and r.reviewed_at <= ?
                          and exists (
                              select 1 from work_item w where w.ticket_id = r.ticket_id and w.state = 'RECORDED')
                        order by 1""")
                .params(client.value(), line, Timestamp.from(since), Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
        if (population.size() < size) {
            throw new TicketRefused(population.isEmpty()
                    ? "Nothing of this line was reviewed since then, so there is nothing to draw from."
                    : "Only " + population.size() + " pieces of work of this line were reviewed since then.");
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into calibration (id, client_id, line, title, leader, sample_key, population,
                                                 population_hash, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, client.value(), line, title.strip(), leader, HexFormat.of().formatHex(key),
                        population.size(), Draw.populationHash(population), Timestamp.from(clock.instant()))
                .update();
        for (String rater : raters) {
            jdbc.sql("insert into calibration_rater (calibration_id, login, client_id) values (?, ?, ?)")
                    .params(id, rater, client.value())
                    .update();
        }
        int position = 1;
        for (String ticket : Draw.ranking(key, population).subList(0, size)) {
            points.keep(id, position++, TicketId.of(ticket));
        }
        return id;
    }
}
