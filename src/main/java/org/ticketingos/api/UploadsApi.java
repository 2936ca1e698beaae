package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.channel.Attachment;
import org.ticketingos.delivery.PaperState;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.upload.Added;
import org.ticketingos.upload.Standing;
import org.ticketingos.upload.Standings;
import org.ticketingos.upload.Upload;
import org.ticketingos.upload.Uploads;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Uploads", description = "Many files handed in at one go: one upload, one request, each with its state.")
class UploadsApi {

    private final Uploads uploads;
    private final Standings standings;
    private final Tickets tickets;
    private final Requests requests;
    private final OnceOnly onceOnly;

    UploadsApi(Uploads uploads, Standings standings, Tickets tickets, Requests requests, OnceOnly onceOnly) {
        this.uploads = uploads;
        this.standings = standings;
        this.tickets = tickets;
        this.requests = requests;
        this.onceOnly = onceOnly;
    }

    /** @param files how many of its files stand how; left out in lists */
    record UploadJson(
            UUID id,
            String subject,
            Instant at,
            @Nullable String ticket,
            @Nullable Instant sentAt,
            int taken,
            int known,
            @Nullable Map<String, Integer> files) {

        static UploadJson of(Upload upload) {
            return of(upload, null);
        }

        static UploadJson of(Upload upload, @Nullable Map<PaperState, Integer> counts) {
            return new UploadJson(
                    upload.id(), upload.subject(), upload.at(),
                    upload.ticket() == null ? null : upload.ticket().value(), upload.sentAt(),
                    upload.taken(), upload.known(), counts == null ? null : words(counts));
        }
    }

    /** @param houseReason for our own people; null for clients */
    record FileJson(
            UUID document,
            String name,
            String mediaType,
            long size,
            PaperState state,
            String reason,
            @Nullable String houseReason,
            @Nullable String ticket) {

        static FileJson of(Standing one) {
            return new FileJson(one.document(), one.name(), one.mediaType(), one.size(), one.state(), one.reason(),
                    CurrentUser.get().isClient() ? null : one.houseReason(),
                    one.ticket() == null ? null : one.ticket().value());
        }
    }

    /** What became of each file, in the order sent. */
    record AddedJson(int taken, int known, int refused, List<One> files) {

        /** @param ticket where a known one is */
        record One(String name, String sha256, Added.Fate fate, @Nullable String ticket, String reason) {}

        static AddedJson of(List<Added> added) {
            return new AddedJson(count(added, Added.Fate.TAKEN), count(added, Added.Fate.KNOWN),
                    count(added, Added.Fate.REFUSED), added.stream()
                            .map(one -> new One(one.name(), one.sha256(), one.fate(),
                                    one.ticket() == null ? null : one.ticket().value(), one.reason()))
                            .toList());
        }

        private static int count(List<Added> added, Added.Fate fate) {
            return (int) added.stream().filter(one -> one.fate() == fate).count();
        }
    }

    @PostMapping("/uploads")
    @Operation(summary = "Begin an upload; the same Idempotency-Key begins it once. Without attachments here")
    ResponseEntity<?> open(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewTicketJson request) {
        CurrentUser caller = handsIn();
        if (request.attachments() != null && !request.attachments().isEmpty()) {
            throw new BadInput("Add the files with a call of their own: POST /api/v1/uploads/{id}/files.");
        }
        var what = requests.upload(request, key == null ? UUID.randomUUID().toString() : key, caller);
        return onceOnly.answer(key == null ? null : "upload " + key, what.toString(), () -> ResponseEntity
                .status(HttpStatus.CREATED).body(UploadJson.of(uploads.open(what, caller))));
    }

    @PostMapping(path = "/uploads/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Add files, up to 40 a call and 500 in all; a content known for 30 days is reported, not"
            + " taken, unless again=true")
    AddedJson add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
        CurrentUser caller = handsIn();
        find(id);
        if (files == null || files.isEmpty()) {
            throw new BadInput("There is no file in this call; name the parts \"files\".");
        }
        List<Added> added = new ArrayList<>();
        for (MultipartFile file : files) {
            Attachment one = Requests.attachments(List.of(file)).get(0);
            added.add(uploads.add(id, one, again, caller));
        }
        return AddedJson.of(added);
    }

    @PostMapping("/uploads/{id}/send")
    @Operation(summary = "Make one request of it; sent once more it is the same request")
    UploadJson send(@PathVariable UUID id) {
        CurrentUser caller = handsIn();
        find(id);
        uploads.send(id, caller);
        return get(id);
    }

    @DeleteMapping("/uploads/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget what was collected and not sent")
    void discard(@PathVariable UUID id) {
        CurrentUser caller = handsIn();
        find(id);
        uploads.discard(id, caller);
    }

    @GetMapping("/uploads")
    @Operation(summary = "Uploads, newest first")
    Listing<UploadJson> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(uploads.page(after, limit), UploadJson::of);
    }

    @GetMapping("/uploads/{id}")
    @Operation(summary = "An upload and how many of its files stand how")
    UploadJson get(@PathVariable UUID id) {
        return UploadJson.of(find(id), standings.counts(Standings.Of.upload(id)));
    }

    @GetMapping("/uploads/{id}/files")
    @Operation(summary = "Its files by name, each with its state; q finds a part of the name")
    Listing<FileJson> files(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable PaperState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        find(id);
        return Listing.of(standings.page(
                Standings.Of.upload(id), new Standings.Filter(q, state), after, limit), FileJson::of);
    }

    /** @param total all papers of the request */
    record CountsJson(int total, Map<String, Integer> files) {}

    @GetMapping("/tickets/{number}/papers")
    @Operation(summary = "The papers of a request by name, each with its state, however they came")
    Listing<FileJson> papers(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable PaperState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Ticket ticket = TicketAt.find(tickets, number);
        return Listing.of(standings.page(
                Standings.Of.ticket(ticket.id()), new Standings.Filter(q, state), after, limit), FileJson::of);
    }

    @GetMapping("/tickets/{number}/papers/counts")
    @Operation(summary = "How many papers of a request stand how")
    CountsJson counts(@PathVariable String number) {
        Map<String, Integer> counts =
                words(standings.counts(Standings.Of.ticket(TicketAt.find(tickets, number).id())));
        return new CountsJson(counts.values().stream().mapToInt(Integer::intValue).sum(), counts);
    }

    private static Map<String, Integer> words(Map<PaperState, Integer> counts) {
        Map<String, Integer> words = new TreeMap<>();
        counts.forEach((state, number) -> words.put(state.name(), number));
        return words;
    }

    private static CurrentUser handsIn() {
        CurrentUser caller = CurrentUser.get();
        caller.needs(ClientRole.REQUESTER);
        if (!caller.isClient() && !caller.is(Role.AGENT) && !caller.is(Role.SUPERVISOR) && !caller.is(Role.ADMIN)) {
            throw new AccessDeniedException("handing in is not your role");
        }
        return caller;
    }

    private Upload find(UUID id) {
        return uploads.find(id).orElseThrow(() -> new NotThere("upload"));
    }
}
