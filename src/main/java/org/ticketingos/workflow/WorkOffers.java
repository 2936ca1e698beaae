package org.ticketingos.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.TicketNumber;

/** What was offered, taken and skipped, as supervisors see it. */
@Component
public class WorkOffers {

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a person chooses (service desk 3.3).
     *
     * @param ratio mean handling time of what was taken over that of what was offered; below 0.9 or above 1.1 is a
     *     case for a talk; null while nothing can be compared
     */
    public record Fairness(String login, int offered, int taken, int picked, int skipped, @Nullable Double ratio) {

        public boolean isAlarming() {
            return ratio != null && (ratio < 0.9 || ratio > 1.1);
        }
    }

    /** A step somebody would not do. */
    public record Skip(String login, TicketNumber ticket, String step, Instant at, String reason, String note) {}

    void offered(InboxItem item, String login, String reason, String why) {
        insert(item, login, "NEXT", reason, why, item.standing().p80Minutes(), item.standing().p80Minutes());
    }

    /** Somebody took a step from the list, while another one would have been next. */
    void picked(InboxItem item, String login, @Nullable InboxItem first) {
        int offered = first == null ? item.standing().p80Minutes() : first.standing().p80Minutes();
        insert(item, login, "PICKED", "picked", "Picked from the list.", offered, item.standing().p80Minutes());
    }

    private void insert(
            InboxItem item, String login, String how, String reason, String why, int offeredP80, int takenP80) {
        jdbc.sql("""
                        insert into work_offer (ticket_id, client_id, task_id, step, login, at, how, reason, why,
                                                offered_p80, taken_p80)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0))""")
                .params(
                        item.ticketId().value(), item.client().value(), item.taskId(), item.step(), login,
                        Timestamp.from(clock.instant()), how, reason, why, offeredP80, takenP80)
                .update();
    }

    void skipped(InboxItem item, String login, SkipReason reason, String note, Instant notBefore) {
        int known = skip(item, login, reason, note, notBefore);
        if (known == 0) {
            insert(item, login, "NEXT", "assigned", "It was assigned.", item.standing().p80Minutes(), 0);
            skip(item, login, reason, note, notBefore);
        }
    }

    private int skip(InboxItem item, String login, SkipReason reason, String note, Instant notBefore) {
        return jdbc.sql("""
                        update work_offer set skipped_at = ?, skip_reason = ?, skip_note = ?, not_before = ?,
                                              taken_p80 = null
                        where id = (select max(id) from work_offer where task_id = ? and login = ?)""")
                .params(Timestamp.from(clock.instant()), reason.name(), note, Timestamp.from(notBefore), item.taskId(), login)
                .update();
    }

    List<String> notAgain(String login) {
        return jdbc.sql("select distinct task_id from work_offer where login = ? and not_before > ?")
                .params(login, Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
    }

    /** The client of the step a person took last, or the empty string. */
    String lastClient(String login) {
        return jdbc.sql("select client_id from work_offer where login = ? and taken_p80 is not null order by at desc limit 1")
                .param(login)
                .query(String.class)
                .optional()
                .orElse("");
    }

    Optional<String> why(String taskId, String login) {
        return jdbc.sql("""
                        select why from work_offer
                        where task_id = ? and login = ? and how = 'NEXT' and skipped_at is null
                        order by id desc limit 1""")
                .params(taskId, login)
                .query(String.class)
                .optional();
    }

    /** Everybody who was offered or took anything since then. */
    public List<Fairness> since(Instant from) {
        return jdbc.sql("""
                        select login, count(*) as offered, count(taken_p80) as taken,
                               count(*) filter (where how = 'PICKED') as picked, count(skipped_at) as skipped,
                               avg(taken_p80) / nullif(avg(offered_p80), 0) as ratio
                        from work_offer where at >= ? group by login order by login""")
                .param(Timestamp.from(from))
                .query((row, n) -> new Fairness(
                        row.getString("login"), row.getInt("offered"), row.getInt("taken"), row.getInt("picked"),
                        row.getInt("skipped"),
                        row.getBigDecimal("ratio") == null ? null : row.getBigDecimal("ratio").doubleValue()))
                .list();
    }

    /** What a person skipped since then, newest first, at most 500. */
    public List<Skip> skips(String login, Instant from) {
        return jdbc.sql("""
                        select o.*, t.number from work_offer o join ticket t on t.id = o.ticket_id
                        where o.login = ? and skipped_at >= ? order by skipped_at desc limit 500""")
                .params(login, Timestamp.from(from))
                .query((row, n) -> new Skip(
                        row.getString("login"), new TicketNumber(row.getString("number")), row.getString("step"),
                        row.getTimestamp("skipped_at").toInstant(),
                        SkipReason.valueOf(row.getString("skip_reason")).label(), row.getString("skip_note")))
                .list();
    }
}
