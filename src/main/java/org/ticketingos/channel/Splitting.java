package org.ticketingos.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Makes a ticket of its own out of chosen messages and files of another. */
@Service
@Transactional
public class Splitting {

    private static final int LONGEST_SUBJECT = 300;

    private final Tickets tickets;
    private final Conversation conversation;
    private final Relocation relocation;
    private final JdbcClient jdbc;
    private final Clock clock;

    Splitting(
            Tickets tickets,
            Conversation conversation,
            Relocation relocation,
            JdbcClient jdbc,
            Clock clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.relocation = relocation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What shall go.
     *
     * @param messages these leave the old ticket
     * @param files of any message of the ticket; only these go with the new ticket, as copies
     */
    public record Choice(String subject, Set<UUID> messages, Set<UUID> files, String reason) {}

    /** The new ticket's clocks count from the first of its messages, its process from the start. */
    public TicketId split(TicketId id, Choice choice) {
        Ticket old = open(id);
        List<Message> said = conversation.of(id).stream()
                .filter(message -> id.equals(message.ticket()))
                .toList();
        List<Message> chosen = said.stream().filter(message -> choice.messages().contains(message.id())).toList();
        refuse(choice, said, chosen);
        List<DocumentRef> files = said.stream()
                .flatMap(message -> message.attachments().stream())
                .filter(file -> choice.files().contains(file.id()))
                .distinct()
                .toList();
        if (files.size() < choice.files().size()) {
            throw new TicketRefused("One of the chosen files is not on this ticket any more. Choose again.");
        }
        Message first = chosen.stream()
                .filter(message -> message.direction() == Direction.IN)
                .min(Comparator.comparing(Message::at))
                .orElseThrow(() -> new TicketRefused("Choose at least one message of the client: it is the new request."));
        Ticket part = tickets.open(new NewTicket(
                old.client(), Ticket.REQUEST, null, choice.subject().strip(), old.channel(), first.author(), old.line(),
                old.priority(), first.at()));
        chosen.forEach(message -> leaveFiles(message, choice.files()));
        chosen.forEach(message -> relocation.bring(message.id(), part));
        files.forEach(file -> relocation.copy(file, part));
        tellBoth(old, part, choice, chosen.size(), files.size());
        tickets.received(part.id());
        return part.id();
    }

    private Ticket open(TicketId id) {
        Ticket old = tickets.get(id);
        if (!old.isOpen()) {
            throw new TicketRefused(old.number() + " is closed; a closed ticket is not split.");
        }
        if (old.status() == Status.MERGED) {
            throw new TicketRefused(old.number() + " was merged. " + old.nextAction() + ": undo the merge instead.");
        }
        return old;
    }

    private static void refuse(Choice choice, List<Message> said, List<Message> chosen) {
        if (choice.subject().isBlank() || choice.subject().strip().length() > LONGEST_SUBJECT) {
            throw new TicketRefused("Give the new ticket a subject of at most %d characters.".formatted(LONGEST_SUBJECT));
        }
        if (choice.messages().isEmpty()) {
            throw new TicketRefused("Choose at least one message for the new ticket.");
        }
        if (chosen.size() < choice.messages().size()) {
            throw new TicketRefused("One of the chosen messages is not on this ticket any more. Choose again.");
        }
        boolean somethingStays = said.stream()
                .anyMatch(message -> message.direction() == Direction.IN && !chosen.contains(message));
        if (!somethingStays) {
            throw new TicketRefused("At least one message of the client has to stay: without it nobody would know what "
                    + "this ticket is about.");
        }
    }

    /** Files nobody chose stay with the old ticket, whatever message brought them. */
    private void leaveFiles(Message message, Set<UUID> files) {
        Set<UUID> left = new HashSet<>(message.attachments().stream().map(DocumentRef::id).toList());
        left.removeAll(files);
        left.forEach(file -> jdbc.sql("delete from message_attachment where message_id = ? and document_id = ?")
                .params(message.id(), file)
                .update());
    }

    private void tellBoth(Ticket old, Ticket part, Choice choice, int messages, int files) {
        Instant now = clock.instant();
        String why = choice.reason().isBlank() ? "another matter" : choice.reason().strip();
        tickets.link(new Link(old.id(), "split-into", part.number().value(), part.number() + " " + part.subject()));
        tickets.link(new Link(part.id(), "split-from", old.number().value(), old.number() + " " + old.subject()));
        tickets.record(new TicketSplit(old.id(), part.id(), part.number().value(), messages, files, why, now));
        tickets.record(new SplitOff(part.id(), old.id(), old.number().value(), why, now));
    }
}
