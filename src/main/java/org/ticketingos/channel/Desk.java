package org.ticketingos.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Puts a screened message where it belongs: on a new ticket, on one that is there, or aside. */
@Component
class Desk {

    private final Messages messages;
    private final Tickets tickets;
    private final Clock clock;

    Desk(Messages messages, Tickets tickets, Clock clock) {
        this.messages = messages;
        this.tickets = tickets;
        this.clock = clock;
    }

    Receipt open(InboundMessage message, ClientId client, String reason, List<Link> links) {
        Ticket ticket = tickets.open(new NewTicket(
                client,
                Ticket.REQUEST,
                null,
                message.subject().isEmpty() ? "(no subject)" : message.subject(),
                message.channel(),
                message.from().isEmpty() ? "unknown sender" : message.from(),
                message.line(),
                message.priority(),
                message.receivedAt()));
        messages.keep(message, client, ticket.id(), "RECEIVED", reason);
        links.forEach(link -> linkBothWays(ticket, link));
        tickets.received(ticket.id());
        return new Receipt(Outcome.OPENED, ticket.id(), reason);
    }

    /** A reply wakes a closed ticket while its contract leaves it open for replies; later it becomes a follow-up. */
    Receipt add(InboundMessage message, Match match) {
        Ticket ticket = match.ticket();
        Instant now = clock.instant();
        boolean tooLate = !ticket.isOpen() && (ticket.openUntil() == null || now.isAfter(ticket.openUntil()));
        if (tooLate) {
            Link followUp = new Link(ticket.id(), "follow-up", ticket.number().value(), "");
            String reason = "Follow-up of " + ticket.number() + ", which is closed for good";
            return open(message, ticket.client(), reason, List.of(followUp));
        }
        UUID id = messages.keep(message, ticket.client(), ticket.id(), "RECEIVED", match.reason());
        messages.meantFor(id, match.meantFor());
        if (!ticket.isOpen()) {
            tickets.reopen(ticket.id(), "The client wrote again");
        }
        tickets.record(new ClientReplied(ticket.id(), id, now));
        return new Receipt(Outcome.ADDED, ticket.id(), match.reason());
    }

    /** Kept on the ticket it answers, or aside; stage, owner and clocks stay as they are. */
    Receipt keepAutomatic(InboundMessage message, ClientId client, Optional<Match> match, String reason) {
        if (match.isEmpty()) {
            messages.keep(message, client, null, "AUTO", reason);
            return new Receipt(Outcome.REFUSED, null, reason + "; kept aside");
        }
        TicketId ticket = match.get().ticket().id();
        UUID id = messages.keep(message, client, ticket, "AUTO", reason);
        messages.meantFor(id, match.get().meantFor());
        tickets.record(new AutomaticMailKept(ticket, id, clock.instant()));
        return new Receipt(Outcome.ADDED, ticket, reason + "; kept, nothing moved");
    }

    /** Keeps a flood aside and opens one ticket a day and sender that says so. */
    Receipt keepAside(InboundMessage message, ClientId client, String reason) {
        messages.keep(message, client, null, "AUTO", reason);
        String notice = "flood:" + message.from() + ":" + message.receivedAt().toString().substring(0, 10);
        messages.lock(notice);
        if (messages.byExternalId(ClientId.HOUSE, "notice", notice).isEmpty()) {
            open(notice(message, notice, reason), ClientId.HOUSE, reason, List.of());
        }
        return new Receipt(Outcome.REFUSED, null, reason + "; kept aside");
    }

    private static InboundMessage notice(InboundMessage message, String externalId, String reason) {
        String text = reason + " came from " + message.from() + ". The mails above that are kept aside, nothing is lost. "
                + "Look at them and release what should become a ticket.";
        return new InboundMessage("notice", externalId, ClientId.HOUSE, "TicketingOS", "",
                "Too many mails from " + message.from(), text, List.of(), List.of(), Map.of(), null, null,
                message.receivedAt());
    }

    void linkBothWays(Ticket young, Link toOld) {
        tickets.link(new Link(young.id(), toOld.relation(), toOld.target(), toOld.target()));
        tickets.link(new Link(
                toOld.ticketId(), toOld.relation(), young.number().value(), young.number() + " " + young.subject()));
    }
}
