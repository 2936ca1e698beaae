package org.ticketingos.delivery.dataentry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.delivery.PaperRead;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.document.DocumentRead;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.document.ReadStatus;
import org.ticketingos.document.Reading;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Makes one item of work of each paper of a ticket, has them read, and says when the last one is. */
@Component
@Transactional
class PaperReading {

    private final WorkItems items;
    private final Documents documents;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperReading(WorkItems items, Documents documents, Tickets tickets, JdbcClient jdbc, Clock clock) {
        this.items = items;
        this.documents = documents;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A ticket without a paper is keyed from its words. */
    void request(TicketId ticket) {
        List<DocumentRef> papers = documents.about(ticket.toString());
        for (DocumentRef paper : papers) {
            items.add(ticket, DocumentType.INVOICE.code(), paper.id());
            if (!answered(paper.id())) {
                documents.requestReading(paper.id());
            }
        }
        if (papers.isEmpty() && items.of(ticket).isEmpty()) {
            items.add(ticket, DocumentType.INVOICE.code(), null);
        }
    }

    /** Whether a reader still has to answer. Holds back the answer until the diagram waits for it. */
    boolean readingNeeded(TicketId ticket) {
        lock(ticket);
        return items.papersRead(ticket).waiting() > 0;
    }

    /** What has become of the reading of a paper; empty when nobody has answered yet. */
    Optional<ReadStatus> status(UUID paper) {
        return documents.reading(paper).map(Reading::status);
    }

    @EventListener
    void read(DocumentRead answer) {
        Optional<TicketId> ticket = ticket(answer.about());
        if (ticket.isEmpty()) {
            return;
        }
        lock(ticket.get());
        WorkItems.PapersRead papers = items.papersRead(ticket.get());
        if (papers.waiting() == 0 && items.has(ticket.get(), answer.documentId())) {
            tickets.record(new PaperRead(ticket.get(), papers.read(), papers.unreadable(), clock.instant()));
        }
    }

    private boolean answered(UUID paper) {
        return status(paper).isPresent();
    }

    /** The reader's answer and the diagram's question take turns, so that no answer comes before its question. */
    private void lock(TicketId ticket) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("papers of " + ticket)
                .query((row, n) -> n)
                .list();
    }

    private static Optional<TicketId> ticket(String about) {
        return about.matches("[0-9a-f-]{36}") ? Optional.of(TicketId.of(about)) : Optional.empty();
    }
}
