package org.ticketingos.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Who hears of a ticket without working on it: by own choice, or brought in as a collaborator. */
@Service
@Transactional
public class Watching {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Notices notices;
    private final Clock clock;

    Watching(JdbcClient jdbc, Tickets tickets, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.notices = notices;
        this.clock = clock;
    }

    /** Brings somebody in; that one is told, unless it is the same person. */
    public void watch(TicketId id, String login, CurrentUser who) {
        Ticket ticket = tickets.get(id);
        if (who.isClient() || !notices.isOurs(login)) {
            throw new TicketRefused("Only our own people watch tickets; \"%s\" is none of them.".formatted(login));
        }
        if (!notices.maySee(login, ticket)) {
            throw new TicketRefused(login + " is kept apart from this client and may not watch its tickets.");
        }
        int added = jdbc.sql("""
                        insert into ticket_watch (ticket_id, client_id, login, added_by, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(id.value(), ticket.client().value(), login, who.login(), Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            return;
        }
        tickets.record(new PersonWatches(id, login, clock.instant()));
        if (!who.login().equals(login)) {
            notices.tell(login, id, "watch", who.name() + " wants you to follow " + ticket.number() + ".");
        }
    }

    public void leave(TicketId id, String login, CurrentUser who) {
        if (who.isClient()) {
            throw new TicketRefused("Only our own people arrange who watches.");
        }
        if (jdbc.sql("delete from ticket_watch where ticket_id = ? and login = ?")
                        .params(id.value(), login)
                        .update() > 0) {
            tickets.record(new PersonLeft(id, login, clock.instant()));
        }
    }

    @Transactional(readOnly = true)
    public List<String> of(TicketId id) {
        return jdbc.sql("select login from ticket_watch where ticket_id = ? order by at, login")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
