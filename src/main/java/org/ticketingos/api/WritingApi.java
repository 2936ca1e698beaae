package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Composed;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Writing;
import org.ticketingos.macro.CannedTexts;
import org.ticketingos.macro.Macro;
import org.ticketingos.macro.Macros;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1/tickets/{number}")
@PreAuthorize("hasAnyRole('AGENT', 'SUPERVISOR', 'FINANCE', 'REVIEWER', 'ADMIN')")
@Tag(name = "Writing", description = "Drafts, prepared texts, macros, taking back: what helps to write on a ticket.")
class WritingApi {

    private final Tickets tickets;
    private final Writing writing;
    private final Conversation conversation;
    private final CannedTexts texts;
    private final Macros macros;

    WritingApi(Tickets tickets, Writing writing, Conversation conversation, CannedTexts texts, Macros macros) {
        this.tickets = tickets;
        this.writing = writing;
        this.conversation = conversation;
        this.texts = texts;
        this.macros = macros;
    }

    /**
     * What you are writing.
     *
     * @param seen number of the newest message you have seen; what comes later stops the sending
     */
    record DraftJson(
            Composed.@Nullable Kind kind,
            @Nullable @Size(max = 320) String to,
            @Nullable @Size(max = 2_000) String cc,
            @Nullable @Size(max = 100_000) String text,
            @Nullable @Size(max = 20) List<UUID> files,
            @Nullable Long seen) {

        static DraftJson of(Composed draft) {
            return new DraftJson(draft.kind(), draft.to(), draft.cc(), draft.text(), draft.files(), draft.seen());
        }

        Composed composed(String requester, long newest) {
            return new Composed(
                    kind == null ? Composed.Kind.REPLY : kind,
                    to == null ? requester : to,
                    cc == null ? "" : cc,
                    text == null ? "" : text,
                    files == null ? List.of() : files,
                    seen == null ? newest : seen);
        }
    }

    /**
     * A prepared text, filled for this ticket.
     *
     * @param missing blanks nobody knows a value for; they stop the sending
     */
    record TextJson(UUID id, String title, String text, List<String> missing) {}

    record MacroJson(UUID id, String title) {}

    /** @param hindrance why it cannot be applied; null when it can */
    record PreviewJson(List<String> changes, @Nullable String hindrance) {}

    /** @param seen number of the newest message you have seen; left out: the newest there is */
    record ApplyJson(@Nullable Long seen) {}

    /** @param message can be taken back for some seconds; null: nothing was sent */
    record AppliedJson(@Nullable UUID message) {}

    @GetMapping("/draft")
    @Operation(summary = "What you have begun to write; an empty draft when nothing")
    DraftJson draft(@PathVariable String number, @RequestParam(defaultValue = "REPLY") Composed.Kind kind) {
        Ticket ticket = TicketAt.find(tickets, number);
        return writing.draft(ticket.id(), kind, CurrentUser.get())
                .map(DraftJson::of)
                .orElseGet(() -> new DraftJson(kind, null, null, "", List.of(), null));
    }

    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep what you have begun to write; an empty text forgets it")
    void keep(@PathVariable String number, @Valid @RequestBody DraftJson draft) {
        Ticket ticket = TicketAt.find(tickets, number);
        String requester = conversation.requesterMail(ticket.id()).orElse("");
        writing.keep(
                ticket.id(), draft.composed(requester, conversation.newest(ticket.id())), CurrentUser.get());
    }

    @PostMapping("/messages/{message}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a reply of yours back that has not left; it is a draft again")
    void takeBack(@PathVariable String number, @PathVariable UUID message) {
        TicketAt.find(tickets, number);
        writing.undo(message, CurrentUser.get());
    }

    @GetMapping("/texts")
    @Operation(summary = "The prepared texts for this ticket, filled")
    Listing<TextJson> texts(@PathVariable String number) {
        Ticket ticket = TicketAt.find(tickets, number);
        CurrentUser who = CurrentUser.get();
        return Listing.whole(texts.fitting(ticket, who).stream()
                .map(text -> {
                    var filled = texts.fill(text, ticket, who);
                    return new TextJson(text.id(), text.title(), filled.text(), filled.missing());
                })
                .toList());
    }

    @GetMapping("/macros")
    @Operation(summary = "The macros you may apply to this ticket")
    Listing<MacroJson> macros(@PathVariable String number) {
        return Listing.whole(macros.fitting(TicketAt.find(tickets, number), CurrentUser.get()).stream()
                .map(macro -> new MacroJson(macro.id(), macro.title()))
                .toList());
    }

    @PostMapping("/macros/{macro}/preview")
    @Operation(summary = "What a macro would change; it is really done and taken back")
    PreviewJson preview(@PathVariable String number, @PathVariable UUID macro) {
        Ticket ticket = TicketAt.find(tickets, number);
        CurrentUser who = CurrentUser.get();
        Macro chosen = fitting(ticket, who, macro).orElseThrow(() -> new NotThere("macro"));
        Macros.Preview preview = macros.preview(ticket.id(), chosen, who);
        return new PreviewJson(preview.changes(), preview.hindrance());
    }

    @PostMapping("/macros/{macro}")
    @Operation(summary = "Apply a macro: everything or nothing")
    AppliedJson apply(@PathVariable String number, @PathVariable UUID macro, @RequestBody ApplyJson how) {
        Ticket ticket = TicketAt.find(tickets, number);
        long seen = how.seen() == null ? conversation.newest(ticket.id()) : how.seen();
        return new AppliedJson(macros.apply(ticket.id(), macro, seen, CurrentUser.get()));
    }

    private Optional<Macro> fitting(Ticket ticket, CurrentUser who, UUID id) {
        return macros.fitting(ticket, who).stream().filter(macro -> macro.id().equals(id)).findFirst();
    }
}
