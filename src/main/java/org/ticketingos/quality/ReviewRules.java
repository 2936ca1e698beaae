package org.ticketingos.quality;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketRefused;

/** What was agreed about reviews of a client's line: how long a verdict may be disputed, how much is looked at twice. */
@Repository
@Transactional
public class ReviewRules {

    /** Our own choice where a contract is silent. */
    private static final Rules UNSAID = new Rules(7, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The agreement.
     *
     * @param disputeDays calendar days in which an agent may dispute a verdict
     * @param secondPercent share of first reviews that a second-level reviewer repeats (GATE-3), 0 to 100
     */
    public record Rules(int disputeDays, int secondPercent) {}

    @Transactional(readOnly = true)
    public Rules of(ClientId client, String line) {
        return jdbc.sql("""
                        select dispute_days, second_percent from review_rules
                        where client_id = ? and line = ? order by set_at desc limit 1""")
                .params(client.value(), line)
                .query((row, n) -> new Rules(row.getInt("dispute_days"), row.getInt("second_percent")))
                .optional()
                .orElse(UNSAID);
    }

    public void set(ClientId client, String line, Rules rules, String by) {
        if (rules.disputeDays() < 0 || rules.disputeDays() > 90) {
            throw new TicketRefused("A verdict can be disputed for 0 to 90 days.");
        }
        if (rules.secondPercent() < 0 || rules.secondPercent() > 100) {
            throw new TicketRefused("The share looked at twice is 0 to 100 %.");
        }
        jdbc.sql("""
                        insert into review_rules (client_id, line, set_at, set_by, dispute_days, second_percent)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(client.value(), line, Timestamp.from(clock.instant()), by, rules.disputeDays(),
                        rules.secondPercent())
                .update();
    }
}
