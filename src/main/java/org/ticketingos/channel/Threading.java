package org.ticketingos.channel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.Tickets;

/**
 * Finds the ticket a mail belongs to; the first rule that matches wins. What comes from another client's person never
 * joins, whatever it names.
 */
@Component
class Threading {

    private static final Pattern NUMBER = Pattern.compile("(?i)\\bT-\\d{1,12}\\b");

    private final Messages messages;
    private final Tickets tickets;
    private final TicketToken token;
    private final Whereabouts whereabouts;

    Threading(Messages messages, Tickets tickets, TicketToken token, Whereabouts whereabouts) {
        this.messages = messages;
        this.tickets = tickets;
        this.token = token;
        this.whereabouts = whereabouts;
    }

    Optional<Match> find(InboundMessage message, @Nullable ClientId sender) {
        return sameId(message, sender)
                .or(() -> answersAMessage(message, sender))
                .or(() -> carriesToken(message, sender))
                .or(() -> namesNumber(message))
                .map(match -> match.redirected(whereabouts.of(match.ticket())));
    }

    private Optional<Match> sameId(InboundMessage message, @Nullable ClientId sender) {
        return joined(message, sender, List.of(message.header("message-id")), "Same Message-ID, other content");
    }

    private Optional<Match> answersAMessage(InboundMessage message, @Nullable ClientId sender) {
        return joined(message, sender, message.references(), "Answers a message of this ticket");
    }

    private Optional<Match> joined(
            InboundMessage message, @Nullable ClientId sender, List<String> mailIds, String reason) {
        for (String mailId : mailIds) {
            Optional<Messages.Origin> origin = mailId.isEmpty() ? Optional.empty() : messages.byMailId(mailId);
            if (origin.isPresent()) {
                Ticket ticket = tickets.get(origin.get().ticket());
                boolean knowsUs = origin.get().direction() == Direction.OUT || belongs(sender, ticket)
                        || messages.takesPart(message.from(), ticket.id());
                if (knowsUs && !foreign(sender, ticket)) {
                    return Optional.of(new Match(ticket, reason));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> carriesToken(InboundMessage message, @Nullable ClientId sender) {
        return token.find(message.subject() + " " + message.to() + " " + message.header("cc") + " "
                        + message.header("delivered-to"))
                .filter(ticket -> !foreign(sender, ticket))
                .map(ticket -> new Match(ticket, "Carries the ticket's signed number"));
    }

    private Optional<Match> namesNumber(InboundMessage message) {
        return NUMBER.matcher(message.subject())
                .results()
                .map(MatchResult::group)
                .flatMap(number -> tickets.find(new TicketNumber(number.toUpperCase(Locale.ROOT))).stream())
                .filter(ticket -> messages.takesPart(message.from(), whereabouts.of(ticket).id()))
                .findFirst()
                .map(ticket -> new Match(ticket, "Names the ticket, and the sender takes part in it"));
    }

    private static boolean belongs(@Nullable ClientId sender, Ticket ticket) {
        return ticket.client().equals(sender);
    }

    private static boolean foreign(@Nullable ClientId sender, Ticket ticket) {
        return sender != null && !belongs(sender, ticket) && !ticket.client().equals(ClientId.HOUSE);
    }
}
