package org.ticketingos.api;

import static org.ticketingos.channel.Writing.How.AT_ONCE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Composed;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.SenderTrust;
import org.ticketingos.channel.Writing;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.document.ScanState;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1/tickets/{number}")
@Tag(name = "Tickets")
class TicketRecordApi {

    /** What of our work a client sees: where the ticket is, what was handed over, what was charged. */
    private static final Set<String> FOR_CLIENTS = Set.of(
            "ticket-received",
            "stage-entered",
            "ticket-classified",
            "reply-written",
            "client-replied",
            "delivered",
            "deliverable-accepted",
            "deliverable-rejected",
            "invoice-issued",
            "survey-sent",
            "survey-answered",
            "ticket-withdrawn",
            "ticket-reopened",
            "ticket-closed");

    private final Tickets tickets;
    private final Conversation conversation;
    private final Documents documents;
    private final Writing writing;
    private final Intake intake;
    private final OnceOnly onceOnly;
    private final Clock clock;

    TicketRecordApi(
            Tickets tickets,
            Conversation conversation,
            Documents documents,
            Writing writing,
            Intake intake,
            OnceOnly onceOnly,
            Clock clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.documents = documents;
        this.writing = writing;
        this.intake = intake;
        this.onceOnly = onceOnly;
        this.clock = clock;
    }

    /** A message of the conversation. */
    record MessageJson(
            UUID id,
            long seq,
            String direction,
            String channel,
            String author,
            String recipient,
            String cc,
            String subject,
            String text,
            Instant at,
            String state,
            boolean automatic,
            List<DocumentJson> attachments,
            @Nullable SenderTrust sender) {

        /** What speaks for and against a sender is for our own people only. */
        static MessageJson of(Message message, CurrentUser caller) {
            return new MessageJson(
                    message.id(),
                    message.seq(),
                    message.direction().name(),
                    message.channel(),
                    message.author(),
                    message.recipient(),
                    message.cc(),
                    message.subject(),
                    message.text(),
                    message.at(),
                    message.state(),
                    message.automatic(),
                    message.attachments().stream().map(DocumentJson::of).toList(),
                    caller.isClient() ? null : message.sender());
        }
    }

    /**
     * A stored file; its bytes are at {@code /api/v1/documents/{id}}.
     *
     * @param scan whether it was checked for viruses; what WAITS for it or is INFECTED is not handed out
     */
    record DocumentJson(UUID id, String name, String mediaType, long size, String sha256, ScanState scan) {
        static DocumentJson of(DocumentRef document) {
            return new DocumentJson(
                    document.id(), document.name(), document.mediaType(), document.size(), document.sha256(),
                    document.scan());
        }
    }

    /** Something that happened. */
    record EventJson(long seq, String kind, Instant at, String actor, Map<String, Object> facts) {
        /** How a request sounds to us is told to our own people only. */
        static EventJson of(RecordedEvent event, boolean client) {
            Map<String, Object> facts = new LinkedHashMap<>(event.facts());
            if (client) {
                facts.remove("mood");
            }
            return new EventJson(event.seq(), event.kind(), event.at(), event.actor(), facts);
        }
    }

    /**
     * What to say.
     *
     * @param kind REPLY goes to the other side, NOTE stays among us; a client's message is always a REPLY
     * @param seen {@code seq} of the newest message the caller has read: the call is refused (409) when something was
     *     said since; without it nothing is compared
     * @param cc further mail addresses, separated by commas
     * @param files ids of stored documents of this client to go with it
     */
    record NewMessageJson(
            @NotNull Kind kind,
            @NotBlank @Size(max = 100_000) String text,
            @Nullable Long seen,
            @Nullable @Size(max = 2_000) String cc,
            @Nullable @Size(max = 20) List<UUID> files) {
        enum Kind {
            REPLY,
            NOTE
        }
    }

    @GetMapping("/messages")
    @Operation(summary = "The conversation, oldest first")
    Listing<MessageJson> messages(@PathVariable String number) {
        Ticket ticket = TicketAt.find(tickets, number);
        CurrentUser caller = CurrentUser.get();
        return Listing.whole(conversation.of(ticket.id()).stream()
                .map(message -> MessageJson.of(message, caller))
                .toList());
    }

    @PostMapping("/messages")
    @Operation(summary = "Say something on a ticket")
    ResponseEntity<?> say(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewMessageJson message) {
        Ticket ticket = TicketAt.find(tickets, number);
        CurrentUser caller = CurrentUser.get();
        if (caller.isClient() && message.kind() == NewMessageJson.Kind.NOTE) {
            throw new AccessDeniedException("notes are ours");
        }
        if (!caller.isClient() && caller.roles().stream().allMatch(Role.ANALYST::equals)) {
            throw new AccessDeniedException("analysts read");
        }
        return onceOnly.answer(key, number + message, () -> {
            if (caller.isClient()) {
                intake.add(ticket.id(), fromClient(ticket, caller, key, message.text()));
            } else {
                writing.send(ticket.id(), composed(ticket, message), AT_ONCE.anyway(message.seen() == null), caller);
            }
            List<Message> newest = conversation.before(ticket.id(), Long.MAX_VALUE, 1);
            return ResponseEntity.status(HttpStatus.CREATED).body(MessageJson.of(newest.get(0), caller));
        });
    }

    private Composed composed(Ticket ticket, NewMessageJson message) {
        return new Composed(
                Composed.Kind.valueOf(message.kind().name()),
                conversation.requesterMail(ticket.id()).orElse(""),
                message.cc() == null ? "" : message.cc(),
                message.text(),
                message.files() == null ? List.of() : message.files(),
                message.seen() == null ? 0 : message.seen());
    }

    private InboundMessage fromClient(Ticket ticket, CurrentUser caller, @Nullable String key, String text) {
        return new InboundMessage(
                "api",
                caller.login() + "/" + (key == null ? UUID.randomUUID() : key),
                ticket.client(),
                caller.login(),
                "",
                ticket.subject(),
                text,
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                clock.instant());
    }

    @GetMapping("/events")
    @Operation(summary = "Everything that happened, in order")
    Listing<EventJson> events(@PathVariable String number) {
        Ticket ticket = TicketAt.find(tickets, number);
        boolean client = CurrentUser.get().isClient();
        return Listing.whole(tickets.history(ticket.id()).stream()
                .filter(event -> !client || FOR_CLIENTS.contains(event.kind()))
                .map(event -> EventJson.of(event, client))
                .toList());
    }

    @GetMapping("/documents")
    @Operation(summary = "Files that came with the ticket or were made for it")
    Listing<DocumentJson> documents(@PathVariable String number) {
        Ticket ticket = TicketAt.find(tickets, number);
        return Listing.whole(documents.about(ticket.id().toString()).stream()
                .map(DocumentJson::of)
                .toList());
    }
}
