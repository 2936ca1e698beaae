package org.ticketingos.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Direction;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Reads a ticket, proposes what it is, and takes the decision in. */
@Component
class TriageDesk {

    private static final String MACHINE = "classifier";

    private final Tickets tickets;
    private final Clients clients;
    private final Conversation conversation;
    private final Classifier classifier;
    private final Categories categories;
    private final Classifications classifications;
    private final Ledger ledger;
    private final Clock clock;

    TriageDesk(
            Tickets tickets,
            Clients clients,
            Conversation conversation,
            Classifier classifier,
            Categories categories,
            Classifications classifications,
            Ledger ledger,
            Clock clock) {
        this.tickets = tickets;
        this.clients = clients;
        this.conversation = conversation;
        this.classifier = classifier;
        this.categories = categories;
        this.classifications = classifications;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Reads the request and keeps a proposal. A line that was asked for stands; only its category is guessed. */
    void classify(TicketId id) {
        Ticket ticket = tickets.get(id);
        String text = text(id);
        Classifier.Read read = classifier.read(text);
        Guess guess = read.guess();
        PriorityRules.Ruling ruling = PriorityRules.rule(text, ticket.priority(), today(ticket));
        ServiceLine asked = ticket.line();
        String line = asked == null ? guess.line() : asked.code();
        Classification made = new Classification(
                id,
                line,
                asked == null ? guess.category() : categories.best(line, guess.probabilities()),
                asked == null ? guess.confidence() : 100,
                guess.known(),
                guess.probabilities(),
                guess.nearest(),
                guess.terms(),
                guess.mood(),
                ruling.priority(),
                ruling.reasons(),
                asked != null,
                Classifier.VERSION,
                read.modelHash(),
                Hash.of(text),
                clock.instant(),
                null,
                null);
        classifications.keep(made);
        tickets.record(new RequestRead(
                id,
                made.line(),
                made.category(),
                made.confidence(),
                made.mood(),
                made.modelVersion(),
                made.modelHash(),
                clock.instant()));
    }

    Classification proposal(TicketId id) {
        return classifications
                .of(id)
                .orElseThrow(() -> new IllegalStateException("ticket " + id + " was not read yet"));
    }

    /** The proposal stands without a person. */
    void accept(TicketId id) {
        Classification made = proposal(id);
        tickets.classify(
                id, ServiceLine.of(made.line()), made.category(), made.priority(), made.mood(), MACHINE);
        classifications.decided(id, Classifications.AUTO, MACHINE, made.line(), made.category());
    }

    /** A person says what it is; where that differs from the proposal, the ledger keeps both. */
    void confirm(TicketId id, Answer answer) {
        Classification made = proposal(id);
        String line = answer.line().code();
        String category =
                answer.category().isEmpty() ? categories.best(line, made.probabilities()) : answer.category();
        if (!categories.of(line).contains(category)) {
            throw new TicketRefused("This category belongs to another service line.");
        }
        String by = CurrentUser.find().map(CurrentUser::login).orElse("system");
        Ticket ticket = tickets.get(id);
        if (!line.equals(made.line()) || !category.equals(made.category())) {
            ledger.correction(ticket, made, line, category, by);
        }
        teach(ticket, made, new Ledger.Named(line, category, by));
        tickets.classify(id, answer.line(), category, answer.priority(), made.mood(), by);
        classifications.decided(id, Classifications.PERSON, by, line, category);
        if (!answer.note().isEmpty()) {
            conversation.note(id, answer.note());
        }
    }

    /** What the service desk typed; category may be empty. */
    record Answer(ServiceLine line, String category, Priority priority, String note) {}

    void remind(TicketId id) {
        tickets.nextAction(id, "Service desk: confirm what this is");
        tickets.record(new TriageReminded(id, clock.instant()));
    }

    List<String> papers(TicketId id) {
        return papersOf(id).stream().map(paper -> paper.id().toString()).toList();
    }

    private void teach(Ticket ticket, Classification made, Ledger.Named named) {
        Classifier.Read read = classifier.read(text(ticket.id()));
        if (read.vector().length > 0) {
            ledger.example(ticket, made.textHash(), read.vector(), read.sentenceModel(), named);
        }
    }

    private String text(TicketId id) {
        return RequestText.of(
                conversation.firstText(id),
                papersOf(id).stream().map(DocumentRef::name).toList());
    }

    private List<DocumentRef> papersOf(TicketId id) {
        return conversation.of(id).stream()
                .filter(message -> message.direction() == Direction.IN)
                .findFirst()
                .map(message -> message.attachments())
                .orElse(List.of());
    }

    private LocalDate today(Ticket ticket) {
        ZoneId zone = clients.find(ticket.client()).map(Client::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
