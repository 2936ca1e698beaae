package org.ticketingos.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.language.Phrases;
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
    private final Ballots ballots;
    private final Conversation conversation;
    private final Users users;
    private final Clock clock;

    HandOver(
            Tickets tickets,
            Clients clients,
            Deliverables deliverables,
            Acceptance acceptance,
            SignOff signOff,
            Ballots ballots,
            Conversation conversation,
            Users users,
            Clock clock) {
        this.tickets = tickets;
        this.clients = clients;
        this.deliverables = deliverables;
        this.acceptance = acceptance;
        this.signOff = signOff;
        this.ballots = ballots;
        this.conversation = conversation;
        this.users = users;
        this.clock = clock;
    }

    boolean required(TicketId id) {
        return acceptance.contract(tickets.get(id)).reviewRequired();
    }

    String people(TicketId id) {
        return "client:" + tickets.get(id).client() + ":approvers";
    }

    void deliver(TicketId id) {
        boolean again = deliverables.latest(id).filter(Deliverable::isPending).isPresent();
        Deliverable delivered = deliverables.deliver(id);
        if (again) {
            return;
        }
        Ticket ticket = tickets.get(id);
        if (!required(id)) {
            inform(ticket, delivered);
            return;
        }
        ballots.seat(delivered);
        SignOffState state = ballots.of(delivered);
        if (!state.isShared()) {
            askOne(ticket, delivered, "mails.sign-off");
            return;
        }
        if (conversation.requesterMail(id)
                .filter(mail -> state.seats().stream().noneMatch(seat -> seat.isOf(mail, mail)))
                .isPresent()) {
            inform(ticket, delivered);
        }
        state.seats().forEach(seat -> ask(ticket, delivered, "mails.sign-off", seat.mail(), seat));
    }

    /** Only those who have not said anything yet. */
    void remind(TicketId id) {
        Optional<Deliverable> waiting = deliverables.latest(id).filter(Deliverable::isPending);
        if (waiting.isEmpty()) {
            return;
        }
        Ticket ticket = tickets.get(id);
        SignOffState state = ballots.of(waiting.get());
        if (state.isShared()) {
            state.seats().stream()
                    .filter(seat -> seat.word() == null)
                    .forEach(seat -> ask(ticket, waiting.get(), "mails.sign-off-reminder", seat.mail(), seat));
        } else {
            askOne(ticket, waiting.get(), "mails.sign-off-reminder");
        }
        tickets.record(new SignOffReminded(id, waiting.get().round(), clock.instant()));
    }

    boolean decide(TicketId id, Map<String, Object> form) {
        String by = CurrentUser.find().map(CurrentUser::login).orElse("client");
        boolean accepted = "accept".equals(form.get("decision"));
        List<SignOffState.Seat> same = deliverables.latest(id)
                .map(ballots::of)
                .map(SignOffState::seats)
                .orElse(List.of())
                .stream()
                .filter(seat -> seat.word() != null && seat.word().accepts() == accepted)
                .toList();
        if (!same.isEmpty()) {
            by = same.stream().map(seat -> seat.word().approver()).collect(Collectors.joining(", "));
        }
        String comment = same.isEmpty()
                ? ClientReviewFiller.text(form, "comment")
                : same.stream()
                        .filter(seat -> !seat.word().comment().isEmpty())
                        .map(seat -> seat.name() + ": " + seat.word().comment())
                        .collect(Collectors.joining("\n"));
        if (accepted) {
            deliverables.accept(id, "CLIENT", by, comment);
            return true;
        }
        deliverables.reject(id, by, comment, same.isEmpty() ? ClientReviewFiller.verdicts(form) : together(same));
        return false;
    }

    /** Wrong for one who rejects is wrong; the reasons of all stand side by side. */
    private static List<ItemVerdict> together(List<SignOffState.Seat> seats) {
        Map<UUID, ItemVerdict> items = new LinkedHashMap<>();
        for (SignOffState.Seat seat : seats) {
            for (ItemVerdict one : seat.word().items()) {
                items.merge(one.item(), one, (before, more) -> !more.isWrong() ? before : !before.isWrong() ? more
                        : new ItemVerdict(one.item(), "wrong", before.reason() + " / " + more.reason()));
            }
        }
        return List.copyOf(items.values());
    }

    /**
     * Any one person decides: whoever asked for the work and may, else the company's approvers. Somebody we know by an
     * address only decides where the company has named nobody.
     */
    private void askOne(Ticket ticket, Deliverable delivered, String kind) {
        String requester = conversation.requesterMail(ticket.id()).orElse("");
        List<Users.User> people = users.ofClient(ticket.client());
        List<String> approvers = people.stream()
                .filter(HandOver::approves)
                .map(Users.User::mail)
                .filter(mail -> !mail.isBlank())
                .distinct()
                .toList();
        boolean known = people.stream().anyMatch(one -> one.mail().equalsIgnoreCase(requester));
        if (approvers.stream().anyMatch(requester::equalsIgnoreCase) || !known && approvers.isEmpty()) {
            ask(ticket, delivered, kind, requester, null);
            return;
        }
        if (kind.equals("mails.sign-off")) {
            inform(ticket, delivered);
        }
        (approvers.isEmpty() ? List.of("") : approvers).forEach(mail -> ask(ticket, delivered, kind, mail, null));
    }

    private static boolean approves(Users.User person) {
        return person.active() && person.rights().may(ClientRole.APPROVER);
    }

    private void inform(Ticket ticket, Deliverable delivered) {
        Client client = clients.get(ticket.client());
        String to = conversation.requesterMail(ticket.id()).orElse("");
        conversation.reply(ticket.id(), new Draft(
                to, say(client, "mails.delivered.subject", ticket.subject()), done(client, ticket, delivered),
                delivered.files(), true));
    }

    /** With a link of its own for each approver; where no mail address is known the portal alone asks. */
    private void ask(
            Ticket ticket, Deliverable delivered, String kind, String mail, SignOffState.@Nullable Seat seat) {
        Client client = clients.get(ticket.client());
        boolean first = kind.equals("mails.sign-off");
        String opening = first
                ? done(client, ticket, delivered)
                : say(client, "mails.sign-off-reminder.text", ticket.number(), ticket.subject());
        String ask = mail.isEmpty()
                ? say(client, "mails.sign-off.portal")
                : say(client, seat == null ? "mails.sign-off.link" : "mails.sign-off.link-shared",
                        signOff.link(delivered, mail, seat == null ? null : UUID.fromString(seat.id())));
        String several = seat == null ? "" : say(client, "mails.sign-off.several",
                ballots.of(delivered).needed(), ballots.of(delivered).seats().size()) + "\n\n";
        String term = say(client, "mails.sign-off.term", day(ticket, deliverables.deemedAt(ticket.id())));
        conversation.reply(ticket.id(), new Draft(
                mail, say(client, kind + ".subject", ticket.subject()),
                opening + "\n\n" + ask + "\n\n" + several + term + "\n", first ? delivered.files() : List.of(), true));
    }

    private static String done(Client client, Ticket ticket, Deliverable delivered) {
        return say(client, delivered.round() > 1 ? "mails.done-again" : "mails.done", ticket.number(), ticket.subject())
                + "\n\n" + say(client, "mails.attached");
    }

    private static String say(Client client, String key, Object... values) {
        return Phrases.say(Phrases.nearest(client.locale()), key, values);
    }

    private String day(Ticket ticket, Instant at) {
        Client client = clients.get(ticket.client());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(client.locale()).withZone(client.zone()).format(at);
    }
}
