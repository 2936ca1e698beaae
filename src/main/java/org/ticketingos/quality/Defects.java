package org.ticketingos.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Every wrong value ever found in a ticket's work, by QA or by the client. */
@Repository
@Transactional
public class Defects {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;

    Defects(JdbcClient jdbc, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    public void log(TicketId ticket, List<NewDefect> found) {
        log(ticket, null, found);
    }

    /** Keeps what a review found. */
    void log(TicketId ticket, @Nullable UUID review, List<NewDefect> found) {
        for (NewDefect defect : found) {
            UUID id = UUID.randomUUID();
            jdbc.sql("""
                            insert into defect (id, ticket_id, client_id, item_id, field, found, expected, severity,
                                                cause, found_by, found_at, review_id)
                            select ?, id, client_id, ?, ?, ?, ?, ?, ?, ?, ?, ? from ticket where id = ?""")
                    .params(
                            id,
                            defect.item(),
                            defect.field(),
                            defect.found(),
                            defect.expected(),
                            defect.severity().name(),
                            defect.cause().code(),
                            defect.foundBy().name(),
                            Timestamp.from(clock.instant()),
                            review,
                            ticket.value())
                    .update();
            tickets.record(new DefectLogged(
                    ticket,
                    id,
                    defect.item(),
                    defect.field(),
                    defect.severity(),
                    defect.cause().code(),
                    defect.foundBy(),
                    clock.instant()));
        }
    }

    /** Not yet corrected and not withdrawn after an appeal, in the order found. */
    @Transactional(readOnly = true)
    public List<Defect> open(TicketId ticket) {
        return of(ticket).stream().filter(defect -> !defect.corrected() && !defect.withdrawn()).toList();
    }

    /** All, in the order found. */
    @Transactional(readOnly = true)
    public List<Defect> of(TicketId ticket) {
        return jdbc.sql("""
                        select d.*, w.appeal_id is not null as withdrawn
                        from defect d left join defect_withdrawn w on w.defect_id = d.id
                        where d.ticket_id = ? order by d.found_at, d.item_id, d.field, d.id""")
                .param(ticket.value())
                .query(Defects::defect)
                .list();
    }

    /** What an appeal has shown to be no defect; the row stays, this one says that it does not count. */
    void withdraw(UUID defect, UUID appeal) {
        jdbc.sql("""
                        insert into defect_withdrawn (defect_id, client_id, appeal_id, withdrawn_at)
                        select id, client_id, ?, ? from defect where id = ?""")
                .params(appeal, Timestamp.from(clock.instant()), defect)
                .update();
    }

    /** The defect tickets under which rework is going on, also of defects withdrawn meanwhile. */
    List<TicketId> under(TicketId ticket) {
        return of(ticket).stream()
                .filter(defect -> !defect.corrected())
                .map(Defect::defectTicket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Rework is over: what was withdrawn meanwhile waits no more either. */
    void settle(TicketId ticket) {
        jdbc.sql("update defect set corrected_at = ? where ticket_id = ? and corrected_at is null")
                .params(Timestamp.from(clock.instant()), ticket.value())
                .update();
    }

    /** The newest of a client that count, the newest first. */
    @Transactional(readOnly = true)
    public List<Defect> newest(ClientId client, int most) {
        return jdbc.sql("""
                        select d.*, false as withdrawn from defect d
                        where d.client_id = ?
                          and not exists (select 1 from defect_withdrawn w where w.defect_id = d.id)
                        order by d.found_at desc limit ?""")
                .params(client.value(), most)
                .query(Defects::defect)
                .list();
    }

    /** Puts the ticket's open defects that have none under one linked defect ticket. */
    void putUnder(TicketId ticket, TicketId defectTicket) {
        jdbc.sql("""
                        update defect set defect_ticket_id = ?
                        where ticket_id = ? and corrected_at is null and defect_ticket_id is null""")
                .params(defectTicket.value(), ticket.value())
                .update();
    }

    /** The agent is done with a defect; unchanged means that the agent says why the value stands. */
    void corrected(Defect defect, String by, boolean changed) {
        int done = jdbc.sql("update defect set corrected_at = ? where id = ? and corrected_at is null")
                .params(Timestamp.from(clock.instant()), defect.id())
                .update();
        if (done > 0) {
            tickets.record(new DefectCorrected(
                    defect.ticket(), defect.id(), defect.field(), by, changed, clock.instant()));
        }
    }

    private static Defect defect(ResultSet row, int n) throws SQLException {
        return new Defect(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                ticket(row.getObject("defect_ticket_id", UUID.class)),
                row.getObject("item_id", UUID.class),
                row.getString("field"),
                row.getString("found"),
                row.getString("expected"),
                Severity.valueOf(row.getString("severity")),
                Cause.find(row.getString("cause")).orElseThrow(),
                FoundBy.valueOf(row.getString("found_by")),
                row.getTimestamp("corrected_at") != null,
                row.getObject("review_id", UUID.class),
                row.getBoolean("withdrawn"));
    }

    private static @Nullable TicketId ticket(@Nullable UUID id) {
        return id == null ? null : new TicketId(id);
    }
}
