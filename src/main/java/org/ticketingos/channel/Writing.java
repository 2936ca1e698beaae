package org.ticketingos.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contact;
import org.ticketingos.client.WorkCalendar.Interval;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** How our people write on a ticket: kept at every pause, checked against what was seen, taken back within seconds. */
@Component
@Transactional
public class Writing {

    /** How far ahead the next opening is looked for; longer than any holiday. */
    private static final Duration HORIZON = Duration.ofDays(30);

    private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*([a-z]+(?:\\.[a-z]+)?)\\s*}}");

    private final Conversation conversation;
    private final Outbox outbox;
    private final MessageDrafts drafts;
    private final Messages messages;
    private final Documents documents;
    private final Tickets tickets;
    private final Clients clients;
    private final WorkCalendars calendars;
    private final Whereabouts whereabouts;
    private final WritingSettings settings;
    private final Clock clock;
    private final JdbcClient jdbc;

    Writing(
            Conversation conversation,
            Outbox outbox,
            MessageDrafts drafts,
            Messages messages,
            Documents documents,
            Tickets tickets,
            Clients clients,
            WorkCalendars calendars,
            Whereabouts whereabouts,
            WritingSettings settings,
            Clock clock,
            JdbcClient jdbc) {
        this.conversation = conversation;
        this.outbox = outbox;
        this.drafts = drafts;
        this.messages = messages;
        this.documents = documents;
        this.tickets = tickets;
        this.clients = clients;
        this.calendars = calendars;
        this.whereabouts = whereabouts;
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Somebody else who has begun a text on the ticket. */
    public record Other(String login, Composed.Kind kind, Instant savedAt) {}

    /**
     * When a reply goes, and whether what was said meanwhile stops it.
     *
     * @param anyway the writer has seen what is new, or does not care
     * @param pause it can be taken back so long; zero: it leaves at once
     * @param until it waits for this instant; null: it does not wait
     */
    public record How(boolean anyway, Duration pause, @Nullable Instant until) {
        public static final How AT_ONCE = new How(false, Duration.ZERO, null);

        public How anyway(boolean yes) {
            return new How(yes, pause, until);
        }
    }

    /** How a person at a screen sends: with time to take it back. */
    public How withUndo() {
        return new How(false, settings.undo(), null);
    }

    @Transactional(readOnly = true)
    public Optional<Composed> draft(TicketId ticket, Composed.Kind kind, CurrentUser who) {
        return drafts.of(ticket, who.login(), kind);
    }

    /** Keeps what somebody has typed; an empty text forgets it. */
    public void keep(TicketId id, Composed composed, CurrentUser who) {
        Ticket ticket = ours(id, who);
        drafts.save(ticket.id(), ticket.client(), who.login(), composed);
    }

    @Transactional(readOnly = true)
    public List<Other> others(TicketId ticket, CurrentUser who) {
        return drafts.others(ticket, who.login());
    }

    /** Stores a file to go with a text; until then it is no paper of the ticket. */
    public DocumentRef attach(TicketId id, String name, String mediaType, byte[] bytes, CurrentUser who) {
        if (bytes.length > Outbox.FILES_MAX) {
            throw new TicketRefused("\"%s\" has more than 25 MB; mail servers refuse such a file.".formatted(name));
        }
        return documents.store(ours(id, who).client(), "writing:" + id, name, mediaType, bytes);
    }

    /** Addresses that take part in the ticket or belong to its client, the requester first. */
    @Transactional(readOnly = true)
    public List<String> known(TicketId id) {
        Set<String> known = new LinkedHashSet<>();
        conversation.requesterMail(id).ifPresent(known::add);
        jdbc.sql("""
                        select distinct lower(author) from message
                        where ticket_id = ? and direction = 'IN' and state = 'RECEIVED' and author like '%@%'""")
                .param(id.value())
                .query(String.class)
                .list()
                .forEach(mail -> add(known, mail));
        clients.contacts(tickets.get(id).client()).stream().map(Contact::mail).forEach(mail -> add(known, mail));
        return List.copyOf(known);
    }

    private static void add(Set<String> known, String mail) {
        if (known.stream().noneMatch(mail::equalsIgnoreCase)) {
            known.add(mail);
        }
    }

    /** When the client's business hours begin next; empty while they are open, or when no contract says. */
    @Transactional(readOnly = true)
    public Optional<Instant> opens(TicketId id) {
        String contract = tickets.get(id).contractId();
        Instant now = clock.instant();
        return contract == null
                ? Optional.empty()
                : calendars.get(clients.contract(contract).calendar()).open(now, now.plus(HORIZON)).stream()
                        .map(Interval::from)
                        .findFirst()
                        .filter(now::isBefore);
    }

    /** Sends a reply or leaves a note, and forgets its draft; a reply to a ticket that lives on in another goes there. */
    public UUID send(TicketId id, Composed composed, How how, CurrentUser who) {
        if (composed.isEmpty()) {
            throw new TicketRefused("Write something first.");
        }
        Ticket ticket = whereabouts.of(ours(id, who));
        List<DocumentRef> files = files(composed.files(), ticket);
        if (composed.kind() == Composed.Kind.NOTE) {
            drafts.drop(id, who.login(), composed.kind());
            return conversation.note(ticket.id(), composed.text(), files);
        }
        filled(composed.text());
        messages.lock("say/" + ticket.id());
        List<Message> unseen = how.anyway() ? List.of() : conversation.since(ticket.id(), composed.seen());
        if (!unseen.isEmpty()) {
            throw new SaidMeanwhile(unseen);
        }
        drafts.drop(id, who.login(), composed.kind());
        return reply(ticket, composed, files, how);
    }

    /** A blank of a prepared text that nobody filled must not reach the client. */
    private static void filled(String text) {
        List<String> blanks = BLANK.matcher(text).results().map(found -> found.group(1)).distinct().toList();
        if (!blanks.isEmpty()) {
            throw new TicketRefused("Not sent: there is no value for " + String.join(", ", blanks)
                    + ". Fill it in where {{" + blanks.get(0) + "}} stands. Your text is kept.");
        }
    }

    private UUID reply(Ticket ticket, Composed composed, List<DocumentRef> files, How how) {
        Draft draft = new Draft(composed.to(), "", composed.text(), files, false);
        Instant now = clock.instant();
        boolean later = how.until() != null && how.until().isAfter(now);
        Instant until = later ? how.until() : how.pause().isZero() ? null : now.plus(how.pause());
        UUID message = outbox.send(ticket.client(), ticket.id(), draft, Addresses.several(composed.cc()),
                conversation.subject(ticket, ""), new Outbox.Leaves(until, later));
        if (until == null) {
            tickets.record(new ReplyWritten(ticket.id(), message, false, now));
        } else if (later) {
            tickets.record(new ReplyScheduled(ticket.id(), message, until, now));
        }
        return message;
    }

    /** Makes a reply that has not left a draft again. */
    public void undo(UUID message, CurrentUser who) {
        jdbc.sql("select author from message where id = ?")
                .param(message)
                .query(String.class)
                .optional()
                .filter(who.login()::equals)
                .orElseThrow(() -> new TicketRefused("Only who wrote a message can take it back."));
        drafts.takeBack(message);
    }

    private List<DocumentRef> files(List<UUID> ids, Ticket ticket) {
        List<DocumentRef> found = documents.all(ids);
        if (found.size() < Set.copyOf(ids).size()
                || found.stream().anyMatch(file -> !file.client().equals(ticket.client()))) {
            throw new TicketRefused("One of the files is not a file of this client.");
        }
        return ids.stream()
                .distinct()
                .flatMap(id -> found.stream().filter(file -> file.id().equals(id)))
                .toList();
    }

    private Ticket ours(TicketId id, CurrentUser who) {
        if (who.isClient()) {
            throw new TicketRefused("Only our own people write here.");
        }
        return tickets.get(id);
    }
}
