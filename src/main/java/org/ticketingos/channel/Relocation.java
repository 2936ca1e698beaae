package org.ticketingos.channel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.TicketUnmerged;
import org.ticketingos.ticket.Tickets;

/** Brings messages and papers to the ticket they should have been on from the start. */
@Component
class Relocation {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Documents documents;
    private final Clock clock;

    Relocation(JdbcClient jdbc, Tickets tickets, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.documents = documents;
        this.clock = clock;
    }

    TicketId move(TicketId id, ClientId client) {
        Ticket old = tickets.get(id);
        if (!old.isOpen()) {
            throw new TicketRefused("The ticket is closed; a closed ticket is not moved.");
        }
        if (old.client().equals(client)) {
            throw new TicketRefused("The ticket belongs to this client already.");
        }
        Ticket young = tickets.open(new NewTicket(
                client, old.kind(), null, old.subject(), old.channel(), old.requester(), old.line(), old.priority(),
                old.receivedAt()));
        List<UUID> moved = jdbc.sql("select id from message where ticket_id = ? order by seq")
                .param(id.value())
                .query(UUID.class)
                .list();
        moved.forEach(message -> bring(message, young));
        copyPapers(old, young);
        tickets.link(new Link(old.id(), "moved-to", young.number().value(), young.number() + " " + young.subject()));
        tickets.link(new Link(young.id(), "moved-from", old.number().value(), old.number().value()));
        tickets.received(young.id());
        tickets.close(old.id(), "moved to " + young.number(), clock.instant());
        return young.id();
    }

    Receipt release(UUID messageId) {
        Map<String, Object> aside = jdbc.sql("""
                        select client_id, subject, channel, author from message
                        where id = ? and ticket_id is null and direction = 'IN'""")
                .param(messageId)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElseThrow(() -> new TicketRefused("There is no such message aside; perhaps it was released already."));
        String subject = (String) aside.get("subject");
        String author = (String) aside.get("author");
        Ticket ticket = tickets.open(NewTicket.request(
                new ClientId((String) aside.get("client_id")),
                subject.isEmpty() ? "(no subject)" : subject,
                (String) aside.get("channel"),
                author.isEmpty() ? "unknown sender" : author,
                clock.instant()));
        bring(messageId, ticket);
        tickets.received(ticket.id());
        return new Receipt(Outcome.OPENED, ticket.id(), "Released by a person");
    }

    /** What came for a merged ticket goes back with it. */
    @EventListener
    void unmerged(TicketUnmerged event) {
        Ticket home = tickets.get(event.ticketId());
        jdbc.sql("select id from message where meant_for = ? and ticket_id <> ? order by seq")
                .params(home.id().value(), home.id().value())
                .query(UUID.class)
                .list()
                .forEach(message -> bring(message, home));
        jdbc.sql("update message set meant_for = null where meant_for = ?").param(home.id().value()).update();
    }

    /** A message kept aside joins a ticket that is there. */
    void attach(UUID message, Ticket ticket) {
        bring(message, ticket);
    }

    /** The message itself changes hands, so its identity, its state and its Message-ID stay one. */
    void bring(UUID message, Ticket to) {
        List<UUID> papers = jdbc.sql("select document_id from message_attachment where message_id = ? order by position")
                .param(message)
                .query(UUID.class)
                .list();
        jdbc.sql("delete from message_attachment where message_id = ?").param(message).update();
        jdbc.sql("update message set client_id = ?, ticket_id = ?,"
                        + " state = case when ticket_id is null then 'RECEIVED' else state end where id = ?")
                .params(to.client().value(), to.id().value(), message)
                .update();
        for (int i = 0; i < papers.size(); i++) {
            DocumentRef copy = copy(documents.find(papers.get(i)).orElseThrow(), to);
            jdbc.sql("insert into message_attachment (message_id, document_id, client_id, position) values (?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(message, copy.id(), to.client().value(), i)
                    .update();
        }
    }

    private void copyPapers(Ticket old, Ticket young) {
        documents.about(old.id().toString()).forEach(paper -> copy(paper, young));
    }

    DocumentRef copy(DocumentRef paper, Ticket to) {
        return documents.copy(paper, to.client(), to.id().toString());
    }
}
