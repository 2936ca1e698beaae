package org.ticketingos.sla;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Users;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;

/** Tells our own people about a promise in danger: a note on the ticket and a mail to whoever must act. */
@Component
class Alarm {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Locale.UK);

    private final Conversation conversation;
    private final Users users;
    private final Clients clients;

    Alarm(Conversation conversation, Users users, Clients clients) {
        this.conversation = conversation;
        this.users = users;
        this.clients = clients;
    }

    void warn(Ticket ticket, ClockReading reading) {
        String sentence = reading.kind().label() + ": " + reading.remaining().toMinutes()
                + " business minutes left of " + reading.target().toMinutes() + when(", due ", reading.dueAt(), ticket) + ".";
        conversation.note(ticket.id(), sentence);
        users.find(String.valueOf(ticket.owner())).ifPresent(owner -> mail(owner, ticket, sentence));
    }

    void breach(Ticket ticket, ClockReading reading) {
        String sentence = reading.kind().label() + " missed: " + reading.target().toMinutes()
                + " business minutes were agreed" + when(", used up on ", reading.breachedAt(), ticket)
                + ". Owner: " + (ticket.owner() == null ? "nobody" : ticket.owner()) + ".";
        conversation.note(ticket.id(), sentence);
        tell("supervisors", ticket, sentence);
    }

    /** A question of contract or breach is still open. */
    void remind(Ticket ticket) {
        boolean contract = ticket.stage() == Stage.VALIDATE;
        tell(contract ? "service-desk" : "supervisors", ticket, contract
                ? "Still open: which contract covers this request?"
                : "Still open: why was the promise missed, and what is done about it?");
    }

    private void tell(String group, Ticket ticket, String sentence) {
        users.all().stream()
                .filter(user -> user.active() && user.groups().contains(group))
                .forEach(user -> mail(user, ticket, sentence));
    }

    /** Kept with the house, not with the client: no client reads our alarms. */
    private void mail(Users.User to, Ticket ticket, String sentence) {
        conversation.mail(ClientId.HOUSE, null, new Draft(
                to.mail(), ticket.number() + ": " + ticket.nextAction(), sentence, List.of(), true));
    }

    private String when(String words, @Nullable Instant at, Ticket ticket) {
        ZoneId zone = clients.get(ticket.client()).zone();
        return at == null ? "" : words + WHEN.format(at.atZone(zone)) + " (" + zone + ")";
    }
}
