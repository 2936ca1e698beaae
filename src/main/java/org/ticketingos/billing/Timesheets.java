package org.ticketingos.billing;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.Contract;
import org.ticketingos.staffing.WorkTimes;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** Time worked on tickets of hourly contracts. An hour is billable once somebody else has approved it. */
@Repository
@Transactional
public class Timesheets {

    private static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;
    private final WorkTimes times;
    private final Clock clock;

    Timesheets(JdbcClient jdbc, WorkTimes times, Clock clock) {
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
    }

    /** One stretch of work; {@code approvedBy} is null until somebody has approved it. */
    public record Entry(
            UUID id, TicketId ticket, String agent, LocalDate day, int minutes, @Nullable String approvedBy) {}

    public UUID enter(TicketId ticket, String agent, LocalDate day, int minutes) {
        if (minutes < 1 || minutes > 24 * 60) {
            throw new TicketRefused("A day's entry has between 1 minute and 24 hours.");
        }
        UUID id = TicketId.next(clock.instant()).value();
        jdbc.sql("""
                        insert into timesheet_entry (id, client_id, ticket_id, agent, day, minutes, entered_at)
                        select ?, client_id, id, ?, ?, ?, ? from ticket where id = ?""")
                .params(id, agent, day, minutes, Timestamp.from(clock.instant()), ticket.value())
                .update();
        return id;
    }

    public void approve(UUID entry, String by) {
        int approved = jdbc.sql("""
                        update timesheet_entry set approved_by = :by, approved_at = :at
                        where id = :id and approved_by is null and agent <> :by""")
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", entry)
                .update();
        if (approved == 0) {
            throw new TicketRefused("This entry is approved already, or it is your own: somebody else has to approve it.");
        }
    }

    /** Makes what waits for approval equal to what was measured and corrected; what is approved stays as it is. */
    void measure(TicketId ticket) {
        for (WorkTimes.Line line : times.of(ticket)) {
            jdbc.sql("delete from timesheet_entry where ticket_id = ? and agent = ? and day = ? and measured"
                            + " and approved_by is null")
                    .params(ticket.value(), line.login(), line.day())
                    .update();
            int approved = jdbc.sql("""
                            select coalesce(sum(minutes), 0) from timesheet_entry
                            where ticket_id = ? and agent = ? and day = ? and measured""")
                    .params(ticket.value(), line.login(), line.day())
                    .query(Integer.class)
                    .single();
            int open = line.minutes() - approved;
            if (open > 0) {
                UUID id = enter(ticket, line.login(), line.day(), open);
                jdbc.sql("update timesheet_entry set measured = true where id = ?").param(id).update();
            }
        }
    }

    /** What waits for somebody else's approval, the oldest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Entry> waiting() {
        return jdbc.sql("select * from timesheet_entry where approved_by is null order by day, agent, id limit ?")
                .param(MOST_ROWS)
                .query(Timesheets::entry)
                .list();
    }

    private static Entry entry(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("agent"),
                row.getObject("day", LocalDate.class),
                row.getInt("minutes"),
                row.getString("approved_by"));
    }

    @Transactional(readOnly = true)
    public List<Entry> of(TicketId ticket) {
        return jdbc.sql("select * from timesheet_entry where ticket_id = ? order by day, entered_at")
                .param(ticket.value())
                .query(Timesheets::entry)
                .list();
    }

    /** What is approved, as usage. */
    List<Usage> approved(TicketId ticket, Contract contract) {
        return of(ticket).stream()
                .filter(entry -> entry.approvedBy() != null)
                .map(entry -> new Usage(
                        contract.client(), contract.id(), ticket, "timesheet", entry.id().toString(), "minute",
                        BigDecimal.valueOf(entry.minutes()), entry.agent(), entry.day(), "timesheet approved"))
                .toList();
    }
}
