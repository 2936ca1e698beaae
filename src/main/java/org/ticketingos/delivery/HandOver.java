package org.ticketingos.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Hands work to the client, asks for its sign-off, reminds, and takes in the answer. */
@Component
@Transactional
class HandOver {

    private final Tickets tickets;
    private final Clients clients;
    private final Deliverables deliverables;
    private final Acceptance acceptance;
    private final SignOff signOff;
    private final Conversation conversation;
    private final Clock clock;

    HandOver(
            Tickets tickets,
            Clients clients,
            Deliverables deliverables,
            Acceptance acceptance,
            SignOff signOff,
            Conversation conversation,
            Clock clock) {
        this.tickets = tickets;
        this.clients = clients;
        this.deliverables = deliverables;
        this.acceptance = acceptance;
        this.signOff = signOff;
        this.conversation = conversation;
        this.clock = clock;
    }

    boolean required(TicketId id) {
        return acceptance.contract(tickets.get(id)).reviewRequired();
    }

    String people(TicketId id) {
        return "client:" + tickets.get(id).client();
    }

    void deliver(TicketId id) {
        boolean again = deliverables.latest(id).filter(Deliverable::isPending).isPresent();
        Deliverable delivered = deliverables.deliver(id);
        if (again) {
            return;
        }
        Ticket ticket = tickets.get(id);
        String greeting = "The work on " + ticket.number() + " (" + ticket.subject() + ") is done"
                + (delivered.round() > 1 ? ", corrected after your remarks" : "") + ".\n\n"
                + "Attached: the data as CSV and JSON, and a report to read.\n\n";
        if (required(id)) {
            write(ticket, delivered, "Please sign off: " + ticket.subject(), greeting, delivered.files());
        } else {
            String to = conversation.requesterMail(id).orElse("");
            conversation.reply(id, new Draft(to, "Delivered: " + ticket.subject(), greeting, delivered.files(), true));
        }
    }

    void remind(TicketId id) {
        Optional<Deliverable> waiting = deliverables.latest(id).filter(Deliverable::isPending);
        if (waiting.isEmpty()) {
            return;
        }
        Ticket ticket = tickets.get(id);
        String text =
                "The work on " + ticket.number() + " (" + ticket.subject() + ") still waits for your sign-off.\n\n";
        write(ticket, waiting.get(), "Reminder, please sign off: " + ticket.subject(), text, List.of());
        tickets.record(new SignOffReminded(id, waiting.get().round(), clock.instant()));
    }

    boolean decide(TicketId id, Map<String, Object> form) {
        String by = CurrentUser.find().map(CurrentUser::login).orElse("client");
        String comment = ClientReviewFiller.text(form, "comment");
        if ("accept".equals(form.get("decision"))) {
            deliverables.accept(id, "CLIENT", by, comment);
            return true;
        }
        List<ItemVerdict> verdicts = ClientReviewFiller.rows(form).stream()
                .map(row -> new ItemVerdict(
                        UUID.fromString(ClientReviewFiller.text(row, "item")),
                        ClientReviewFiller.text(row, "verdict").equals("wrong") ? "wrong" : "ok",
                        ClientReviewFiller.text(row, "reason")))
                .toList();
        deliverables.reject(id, by, comment, verdicts);
        return false;
    }

    /** With a link for the requester; where no mail address is known the portal alone asks. */
    private void write(Ticket ticket, Deliverable delivered, String subject, String text, List<DocumentRef> files) {
        Optional<String> approver = conversation.requesterMail(ticket.id());
        String ask = approver
                .map(mail -> "Accept it, or say what is wrong, here (the link works once):\n"
                        + signOff.link(delivered, mail) + "\n\n")
                .orElse("Accept it, or say what is wrong, in the portal.\n\n");
        String term = "If we hear nothing until " + day(ticket, deliverables.deemedAt(ticket.id()))
                + ", our contract counts the work as accepted.\n";
        conversation.reply(ticket.id(), new Draft(approver.orElse(""), subject, text + ask + term, files, true));
    }

    private String day(Ticket ticket, Instant at) {
        Client client = clients.get(ticket.client());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(client.locale()).withZone(client.zone()).format(at);
    }
}
