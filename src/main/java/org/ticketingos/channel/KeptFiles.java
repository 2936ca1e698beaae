package org.ticketingos.channel;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Clients;
import org.ticketingos.document.Documents;
import org.ticketingos.document.FileKeptApart;
import org.ticketingos.document.ScanState;
import org.ticketingos.language.Phrases;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Tells the history and the client that a file is kept apart; the client once an hour for all files of a request. */
@Component
class KeptFiles {

    private final Tickets tickets;
    private final Conversation conversation;
    private final Messages messages;
    private final Clients clients;
    private final Documents documents;
    private final Clock clock;

    KeptFiles(
            Tickets tickets,
            Conversation conversation,
            Messages messages,
            Clients clients,
            Documents documents,
            Clock clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.messages = messages;
        this.clients = clients;
        this.documents = documents;
        this.clock = clock;
    }

    /** Of what was found before the file belonged to a request. */
    void tellOf(TicketId ticket) {
        documents.about(ticket.toString()).stream()
                .filter(file -> file.scan() == ScanState.INFECTED)
                .forEach(file -> tell(
                        new FileKeptApart(file.id(), file.client(), file.about(), file.name(), file.finding())));
    }

    @EventListener
    void tell(FileKeptApart kept) {
        Optional<Ticket> found = ticket(kept.about()).flatMap((TicketId id) -> tickets.find(id));
        if (found.isEmpty()) {
            return;
        }
        Ticket ticket = found.get();
        tickets.record(new AttachmentKeptApart(ticket.id(), kept.documentId(), kept.finding(), clock.instant()));
        Locale reader = Phrases.nearest(clients.get(ticket.client()).locale());
        String subject = conversation.subject(ticket, Phrases.say(reader, "mails.kept-file.subject", ticket.number()));
        if (messages.automaticOnTicket(ticket.id(), subject, clock.instant()) == 0) {
            conversation.reply(ticket.id(), new Draft(
                    conversation.requesterMail(ticket.id()).orElse(""), subject,
                    Phrases.say(reader, "mails.kept-file.text", kept.name(), ticket.number(), ticket.subject()),
                    List.of(), true));
        }
    }

    private static Optional<TicketId> ticket(String about) {
        try {
            return Optional.of(new TicketId(UUID.fromString(about)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
