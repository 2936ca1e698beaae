package org.ticketingos.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** What was said on a ticket, over all channels, and the place where we answer. */
@Component
@Transactional
public class Conversation {
    private final JdbcClient jdbc;
    private final MessageRows rows;
    private final Outbox outbox;
    private final Tickets tickets;
    private final TicketToken token;
    private final Clock clock;

    Conversation(
            JdbcClient jdbc, MessageRows rows, Outbox outbox, Tickets tickets, TicketToken token, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.outbox = outbox;
        this.tickets = tickets;
        this.token = token;
        this.clock = clock;
    }

    /** Oldest first, with what was said on tickets merged into this one. The client's people see neither our notes nor what we can still take back. */
    @Transactional(readOnly = true)
    public List<Message> of(TicketId ticket) {
        return rows.of(jdbc.sql("""
                        select * from message where ticket_id in (select with_merged(?))
                        and ((direction <> 'NOTE' and state <> 'HELD') or not ?) order by seq""")
                .params(ticket.value(), forClient()));
    }

    /** The newest messages before a given one, oldest first; {@code Long.MAX_VALUE} begins at the newest. */
    @Transactional(readOnly = true)
    public List<Message> before(TicketId ticket, long seq, int most) {
        List<Message> newestFirst = new ArrayList<>(rows.of(jdbc.sql("""
                        select * from message where ticket_id in (select with_merged(?)) and seq < ?
                        and ((direction <> 'NOTE' and state <> 'HELD') or not ?) order by seq desc limit ?""")
                .params(ticket.value(), seq, forClient(), most)));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Mark of the newest thing said to or by the client; 0 before anything was. */
    @Transactional(readOnly = true)
    public long newest(TicketId ticket) {
        return jdbc.sql("""
                        select coalesce(max(seq), 0) from message
                        where ticket_id in (select with_merged(?)) and direction <> 'NOTE' and not automatic""")
                .param(ticket.value())
                .query(Long.class)
                .single();
    }

    /** What people said to or by the client after a mark, oldest first. */
    @Transactional(readOnly = true)
    public List<Message> since(TicketId ticket, long mark) {
        return rows.of(jdbc.sql("""
                        select * from message where ticket_id in (select with_merged(?)) and seq > ?
                        and direction <> 'NOTE' and not automatic order by seq""")
                .params(ticket.value(), mark));
    }

    @Transactional(readOnly = true)
    public int count(TicketId ticket) {
        return jdbc.sql("select count(*) from message where ticket_id in (select with_merged(?))")
                .param(ticket.value())
                .query(Integer.class)
                .single();
    }

    private static boolean forClient() {
        return CurrentUser.find().map(CurrentUser::isClient).orElse(false);
    }

    /** Mail kept aside without a ticket, newest first, at most 200; {@link Intake#release} makes a ticket of one. */
    @Transactional(readOnly = true)
    public List<Message> aside() {
        return rows.of(jdbc.sql("""
                        select * from message where ticket_id is null and direction = 'IN'
                        order by seq desc limit 200"""));
    }

    /** Subject and words of the request, without quoted mail and signature; for reading by machines. */
    @Transactional(readOnly = true)
    public String firstText(TicketId ticket) {
        return jdbc.sql("""
                        select subject, body from message where ticket_id = ? and direction = 'IN' order by seq limit 1""")
                .param(ticket.value())
                .query((row, n) -> (row.getString("subject") + "\n" + NewText.of(row.getString("body"))).strip())
                .optional()
                .orElseGet(() -> tickets.get(ticket).subject());
    }

    /** Where answers about this ticket go, if we know a mail address. */
    @Transactional(readOnly = true)
    public Optional<String> requesterMail(TicketId ticket) {
        return jdbc.sql("""
                        select coalesce(nullif(reply_to, ''), author) from message
                        where ticket_id = ? and direction = 'IN' and state = 'RECEIVED' order by seq limit 1""")
                .param(ticket.value())
                .query(String.class)
                .optional()
                .or(() -> tickets.find(ticket).map(Ticket::requester))
                .map(MailHeaders::address)
                .filter(address -> !address.isEmpty());
    }

    /** Writes to the client on a ticket; the courier takes it from here. */
    public UUID reply(TicketId ticketId, Draft draft) {
        Ticket ticket = tickets.get(ticketId);
        if (ticket.status() == Status.MERGED && !draft.automatic()) {
            throw new TicketRefused(ticket.number() + " was merged. " + ticket.nextAction()
                    + ": write your reply there, the client gets it in the same conversation.");
        }
        UUID id = outbox.send(ticket.client(), ticketId, draft, subject(ticket, draft.subject()));
        tickets.record(new ReplyWritten(ticketId, id, draft.automatic(), clock.instant()));
        return id;
    }

    /** With the ticket's signed number, so that the answer finds its way back. */
    String subject(Ticket ticket, String wanted) {
        String subject = wanted.isBlank() ? "Re: " + ticket.subject() : wanted;
        String signed = token.find(subject).isPresent() ? subject : subject + " [" + token.of(ticket) + "]";
        return PlainText.line(signed, 300);
    }

    /** Writes to a client; about a ticket, or about none (invoices). */
    public UUID mail(ClientId client, @Nullable TicketId ticket, Draft draft) {
        return ticket != null
                ? reply(ticket, draft)
                : outbox.send(client, null, draft, PlainText.line(draft.subject(), 300));
    }

    /** Leaves an internal note; it never goes out. */
    public UUID note(TicketId ticketId, String text) {
        return note(ticketId, text, List.of());
    }

    /** Leaves an internal note with files. */
    public UUID note(TicketId ticketId, String text, List<DocumentRef> files) {
        UUID id = outbox.note(tickets.get(ticketId).client(), ticketId, text, files);
        tickets.record(new NoteWritten(ticketId, id, clock.instant()));
        return id;
    }
}
