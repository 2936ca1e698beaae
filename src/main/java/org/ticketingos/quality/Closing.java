package org.ticketingos.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.client.Clients;
import org.ticketingos.language.Phrases;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Relations;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Ends a ticket: asks how it went, and leaves the door ajar for as long as the contract says. */
@Component
class Closing {

    private static final String WITHDRAWN = "ticket-withdrawn";
    private static final String REOPENED = "ticket-reopened";

    private final Tickets tickets;
    private final Relations relations;
    private final Clients clients;
    private final Conversation conversation;
    private final Surveys surveys;
    private final Clock clock;
    private final String publicUrl;

    Closing(
            Tickets tickets,
            Relations relations,
            Clients clients,
            Conversation conversation,
            Surveys surveys,
            Clock clock,
            @Value("${ticketingos.public-url:http://localhost:8080}") String publicUrl) {
        this.tickets = tickets;
        this.relations = relations;
        this.clients = clients;
        this.conversation = conversation;
        this.surveys = surveys;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    boolean blocked(TicketId id) {
        return !relations.blockers(id).isEmpty();
    }

    void waitForOthers(TicketId id) {
        tickets.nextAction(id, "Waits until closed: " + relations.blockers(id).stream()
                .map(other -> other.number().value())
                .collect(Collectors.joining(", ")));
    }

    /** Mails the link where an address is known; the client's people find the survey in the portal in any case. */
    void sendSurvey(TicketId id) {
        Ticket ticket = tickets.get(id);
        String token = surveys.ask(id);
        Locale reader = Phrases.nearest(clients.get(ticket.client()).locale());
        Optional<String> mail = conversation.requesterMail(id);
        mail.ifPresent(to -> conversation.reply(id, new Draft(
                to,
                Phrases.say(reader, "mails.survey.subject", ticket.number(), ticket.subject()),
                Phrases.say(reader, "mails.survey.text", ticket.number(), ticket.subject(),
                        publicUrl + "/survey/" + token),
                List.of(),
                true)));
        tickets.record(new SurveySent(id, mail.isPresent(), clock.instant()));
    }

    String people(TicketId id) {
        return "client:" + tickets.get(id).client();
    }

    /** Withdrawn since it was last opened. */
    boolean withdrawn(TicketId id) {
        return reasonWithdrawn(id).isPresent();
    }

    int breaches(TicketId id) {
        return (int) tickets.history(id).stream()
                .filter(event -> event.kind().equals("sla-breached"))
                .count();
    }

    void close(TicketId id, String recommendation) {
        surveys.recommend(id, recommendation);
        String resolution = reasonWithdrawn(id)
                .map(reason -> reason.isBlank() ? "withdrawn" : "withdrawn: " + reason)
                .orElse("completed");
        tickets.close(id, resolution, openUntil(tickets.get(id)));
    }

    private Instant openUntil(Ticket ticket) {
        String contract = ticket.contractId();
        int days = contract == null ? 0 : clients.contract(contract).reopenDays();
        return clock.instant().plus(Duration.ofDays(days));
    }

    private Optional<String> reasonWithdrawn(TicketId id) {
        Optional<String> reason = Optional.empty();
        for (RecordedEvent event : tickets.history(id)) {
            if (event.kind().equals(WITHDRAWN)) {
                reason = Optional.of(event.fact("reason"));
            } else if (event.kind().equals(REOPENED)) {
                reason = Optional.empty();
            }
        }
        return reason;
    }
}
