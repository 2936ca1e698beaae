package org.ticketingos.notice;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Names;
import org.ticketingos.access.Role;
import org.ticketingos.access.Users;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

/** Turns what happened to a ticket into notices for whom it concerns, never for the one who did it. */
@Component
class Telling {

    /** {@code @amy} at the beginning of a word; a mail address is none. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.@-])@([A-Za-z0-9][A-Za-z0-9._-]{0,60}[A-Za-z0-9]|[A-Za-z0-9])");

    static final Set<String> CONCERNS = Set.of(
            "note-written", "reply-written", "client-replied", "stage-entered", "sla-warned", "sla-breached",
            "ticket-merged", "ticket-woken", "ticket-closed", "step-taken", "owner-reminded", "owner-idle",
            "idle-escalated", "internal-warned", "internal-breached", "deputy-took-over", "absence-ended");

    private final Notices notices;
    private final Watching watching;
    private final Tickets tickets;
    private final Users users;
    private final Names names;
    private final JdbcClient jdbc;

    Telling(Notices notices, Watching watching, Tickets tickets, Users users, Names names, JdbcClient jdbc) {
        this.names = names;
        this.notices = notices;
        this.watching = watching;
        this.tickets = tickets;
        this.users = users;
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(RecordedEvent event) {
        if (CONCERNS.contains(event.kind())) {
            about(event, tickets.get(event.ticketId()));
        }
    }

    private void about(RecordedEvent event, Ticket ticket) {
        String number = ticket.number().value();
        String actor = names.of(event.actor());
        String agent = event.fact("agent");
        switch (event.kind()) {
            case "note-written" -> tell(event, mentioned(event), actor + " mentioned you in a note on " + number + ".");
            case "client-replied" -> tell(event, involved(ticket), "The client wrote on " + number + ".");
            case "reply-written" -> {
                if (!event.fact("automatic").equals("true")) {
                    tell(event, watching.of(ticket.id()), actor + " answered the client on " + number + ".");
                }
            }
            case "stage-entered" -> tell(event, watching.of(ticket.id()),
                    number + " reached the stage " + words(event.fact("stage")) + ".");
            case "sla-warned" -> tell(event, involved(ticket), "Little time is left for " + number + ".");
            case "sla-breached" -> tell(event, involved(ticket), "A promise for " + number + " was missed.");
            case "ticket-merged" -> tell(event, involved(ticket),
                    number + " was merged into " + event.fact("number") + " by " + actor + ".");
            case "ticket-woken" -> tell(event, involved(ticket), number + " is back: " + event.fact("why") + ".");
            case "ticket-closed" -> tell(event, watching.of(ticket.id()), number + " is closed.");
            case "step-taken" -> {
                if (!event.actor().equals("system")) {
                    tell(event, List.of(agent), isReviewer(event.actor())
                            ? "The review has sent you a step of " + number + "."
                            : actor + " gave you a step of " + number + ".");
                }
            }
            case "owner-reminded" -> tell(event, List.of(agent),
                    "The client of " + number + " has heard nothing for a while. It goes back to the queue soon.");
            case "owner-idle" -> tell(event, List.of(agent), number + " went back to its queue: the client heard nothing.");
            case "idle-escalated" -> tell(event, supervisors(),
                    "Nobody takes " + number + " from the queue " + words(event.fact("queue")) + ".");
            case "internal-warned" -> tell(event, supervisors(),
                    "Little time is left for " + number + ", internally: " + event.fact("name") + ".");
            case "internal-breached" -> tell(event, supervisors(),
                    "An internal target of " + number + " was missed: " + event.fact("name") + ".");
            case "deputy-took-over" -> tell(event, List.of(event.fact("deputy")),
                    "You have " + number + " for " + names.of(event.fact("absent")) + ".");
            case "absence-ended" -> tell(event, List.of(event.fact("absent")), "You have " + number + " again.");
            default -> {}
        }
    }

    /** Verdicts do not say whose they are. */
    private boolean isReviewer(String login) {
        return users.find(login).filter(user -> user.roles().contains(Role.REVIEWER)).isPresent();
    }

    private void tell(RecordedEvent event, Collection<String> logins, String sentence) {
        new LinkedHashSet<>(logins).stream()
                .filter(login -> !login.isEmpty() && !login.equals(event.actor()) && notices.isOurs(login))
                .forEach(login -> notices.tell(login, event.ticketId(), event.kind(), sentence));
    }

    /** Watchers, the owner, and who has a step of it. */
    private Set<String> involved(Ticket ticket) {
        Set<String> logins = new LinkedHashSet<>(watching.of(ticket.id()));
        add(logins, ticket.owner());
        logins.addAll(jdbc.sql("select assignee from inbox_item where ticket_id = ? and assignee is not null")
                .param(ticket.id().value())
                .query(String.class)
                .list());
        return logins;
    }

    private static void add(Set<String> logins, @Nullable String login) {
        if (login != null) {
            logins.add(login);
        }
    }

    private Set<String> mentioned(RecordedEvent note) {
        String text = jdbc.sql("select body from message where id = ?")
                .param(UUID.fromString(note.fact("messageId")))
                .query(String.class)
                .optional()
                .orElse("");
        return mentions(text);
    }

    /** Log-in names after an at sign, in lower case as log-ins are. */
    static Set<String> mentions(String text) {
        return MENTION.matcher(text).results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> supervisors() {
        Set<String> logins = new HashSet<>();
        users.all().stream()
                .filter(user -> user.groups().contains("supervisors"))
                .forEach(user -> logins.add(user.login()));
        return logins;
    }

    private static String words(String stage) {
        return stage.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
