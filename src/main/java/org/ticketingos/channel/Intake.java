package org.ticketingos.channel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The one door for everything that arrives. Whatever comes in twice is taken in once; nothing is thrown away. */
@Component
@Transactional
public class Intake {

    private final Messages messages;
    private final Threading threading;
    private final Screening screening;
    private final Desk desk;
    private final Bounces bounces;
    private final Relocation relocation;
    private final Clients clients;
    private final Tickets tickets;
    private final Whereabouts whereabouts;
    private final KeptFiles kept;

    Intake(
            Messages messages,
            Threading threading,
            Screening screening,
            Desk desk,
            Bounces bounces,
            Relocation relocation,
            Clients clients,
            Tickets tickets,
            Whereabouts whereabouts,
            KeptFiles kept) {
        this.messages = messages;
        this.threading = threading;
        this.screening = screening;
        this.desk = desk;
        this.bounces = bounces;
        this.relocation = relocation;
        this.clients = clients;
        this.tickets = tickets;
        this.whereabouts = whereabouts;
        this.kept = kept;
    }

    /** Takes a message in: opens a ticket, adds to one, or keeps it aside and says why. */
    public Receipt receive(InboundMessage arrived) {
        CurrentUser.find().ifPresent(who -> who.needs(ClientRole.REQUESTER));
        InboundMessage message = Tidy.of(arrived);
        ClientId sender = message.client() != null
                ? message.client()
                : clients.whoWrites(message.from()).orElse(null);
        Optional<Match> match =
                message.channel().equals("mail") ? threading.find(message, sender) : Optional.empty();
        ClientId client = match.map(m -> m.ticket().client()).orElse(sender == null ? ClientId.HOUSE : sender);
        return known(message, client).orElseGet(() -> screened(message, client, sender, match));
    }

    /** As {@link #receive(InboundMessage)}; papers that were stored about something before go on with the new ticket. */
    public Receipt receive(InboundMessage arrived, String storedAbout) {
        Receipt receipt = receive(arrived);
        TicketId id = receipt.ticket();
        if (receipt.outcome() == Outcome.OPENED && id != null) {
            messages.takeOver(Tidy.of(arrived), tickets.get(id), storedAbout);
            kept.tellOf(id);
        }
        return receipt;
    }

    /** Adds to a ticket the caller has already found: an answer from the portal or by the API. */
    public Receipt add(TicketId id, InboundMessage arrived) {
        CurrentUser.find().ifPresent(who -> who.needs(ClientRole.REQUESTER));
        InboundMessage message = Tidy.of(arrived);
        Ticket ticket = tickets.get(id);
        return known(message, ticket.client())
                .orElseGet(() -> desk.add(
                        message, new Match(ticket, "Written on the ticket").redirected(whereabouts.of(ticket))));
    }

    /** Opens the ticket again for the client it belongs to, with all messages and papers, and closes the old one. */
    public TicketId moveTo(TicketId id, ClientId client) {
        return relocation.move(id, client);
    }

    /** Opens a ticket for a message kept aside: a person has looked at it and wants it worked on. */
    public Receipt release(UUID messageId) {
        return relocation.release(messageId);
    }

    private Optional<Receipt> known(InboundMessage message, ClientId client) {
        messages.lock(client + "/" + message.channel() + "/" + message.externalId());
        Optional<Messages.Known> known = messages.byExternalId(client, message.channel(), message.externalId());
        String identity = Identity.of(message);
        if (known.isEmpty() && identity != null) {
            messages.lock(client + "/" + identity);
            known = messages.byIdentity(client, identity);
        }
        return known.map(k -> new Receipt(Outcome.KNOWN, k.ticket(), "This message was taken in before"));
    }

    private Receipt screened(
            InboundMessage message, ClientId client, @Nullable ClientId sender, Optional<Match> match) {
        boolean vouchedFor = message.client() != null;
        Optional<Finding> finding = vouchedFor
                ? Optional.empty()
                : screening.screen(
                        new Incoming(message, sender, match.map(m -> m.ticket().id()).orElse(null)));
        Finding.Kind kind = finding.map(Finding::kind).orElse(Finding.Kind.UNKNOWN_SENDER);
        String reason = finding.map(Finding::reason).orElse("");
        return switch (kind) {
            case BOUNCE -> bounces.take(message, client, match, reason);
            case AUTOMATIC -> desk.keepAutomatic(message, client, match, reason);
            case FLOOD -> desk.keepAside(message, client, reason);
            case UNKNOWN_SENDER -> match.map(m -> desk.add(message, m))
                    .orElseGet(() -> desk.open(message, client, reason, List.of()));
        };
    }
}
