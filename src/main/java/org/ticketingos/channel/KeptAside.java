package org.ticketingos.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Mail that opened no ticket because a machine or a flood sent it: a person says what becomes of each. */
@Component
@Transactional
public class KeptAside {

    private static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;
    private final MessageRows rows;
    private final Relocation relocation;
    private final Tickets tickets;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    KeptAside(
            JdbcClient jdbc,
            MessageRows rows,
            Relocation relocation,
            Tickets tickets,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.relocation = relocation;
        this.tickets = tickets;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Nobody has decided yet, or it was dropped; newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Message> all(boolean dropped) {
        return rows.of(jdbc.sql("select * from message m where ticket_id is null and direction = 'IN' and "
                        + (dropped ? "" : "not ")
                        + "exists (select 1 from message_dropped d where d.message_id = m.id) order by seq desc limit ?")
                .param(MOST_ROWS));
    }

    /** Opens a ticket of it. */
    public Receipt release(UUID message, CurrentUser by) {
        decide(message, by, "kept-mail-released", Map.of());
        jdbc.sql("delete from message_dropped where message_id = ?").param(message).update();
        return relocation.release(message);
    }

    /** Puts it on a ticket of the same client; what nobody could place may go to any. */
    public Ticket attach(UUID message, TicketNumber number, CurrentUser by) {
        Ticket ticket = tickets.find(number)
                .orElseThrow(() -> new TicketRefused("There is no ticket " + number + "."));
        ClientId client = clientOf(message);
        if (!client.equals(ClientId.HOUSE) && !client.equals(ticket.client())) {
            throw new TicketRefused("The mail belongs to another client than " + number + ". Choose a ticket of that client.");
        }
        if (!ticket.isOpen()) {
            throw new TicketRefused(number + " is closed. Open a new ticket of the mail instead.");
        }
        decide(message, by, "kept-mail-attached", Map.of("ticket", number.value()));
        jdbc.sql("delete from message_dropped where message_id = ?").param(message).update();
        relocation.attach(message, ticket);
        tickets.record(new ClientReplied(ticket.id(), message, clock.instant()));
        return ticket;
    }

    /** Leaves it where it is for good; the reason is kept. */
    public void drop(UUID message, String reason, CurrentUser by) {
        if (reason.isBlank()) {
            throw new TicketRefused("Say why the mail needs no ticket.");
        }
        ClientId client = decide(message, by, "kept-mail-dropped", Map.of("reason", reason.strip()));
        jdbc.sql("""
                        insert into message_dropped (message_id, client_id, reason, by_login, at) values (?, ?, ?, ?, ?)
                        on conflict (message_id) do nothing""")
                .params(message, client.value(), reason.strip(), by.login(), Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes a drop back. */
    public void take(UUID message, CurrentUser by) {
        decide(message, by, "kept-mail-taken-back", Map.of());
        jdbc.sql("delete from message_dropped where message_id = ?").param(message).update();
    }

    private ClientId decide(UUID message, CurrentUser by, String what, Map<String, String> facts) {
        if (!by.is(Role.SUPERVISOR) && !by.is(Role.ADMIN)) {
            throw new TicketRefused("Only supervisors decide on mail kept aside.");
        }
        ClientId client = clientOf(message);
        Map<String, String> all = new java.util.TreeMap<>(facts);
        all.put("message", message.toString());
        publisher.publishEvent(new SettingChanged(client, by.login(), what, all));
        return client;
    }

    private ClientId clientOf(UUID message) {
        return jdbc.sql("select client_id from message where id = ? and ticket_id is null and direction = 'IN' for update")
                .param(message)
                .query((row, n) -> new ClientId(row.getString("client_id")))
                .optional()
                .orElseThrow(() -> new TicketRefused("There is no such message aside; perhaps somebody was faster."));
    }
}
