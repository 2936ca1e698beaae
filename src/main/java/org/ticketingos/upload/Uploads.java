package org.ticketingos.upload;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Attachment;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.channel.Receipt;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.upload.Added.Fate;

/** Hands in many files at one go; what comes twice is taken once. */
@Component
@Transactional
public class Uploads {

    public static final int MOST_FILES = 500;
    public static final int MOST_BYTES = 25 * 1024 * 1024;

    /** How long a content counts as known. */
    public static final int KNOWN_DAYS = (int) KnownFiles.WINDOW.toDays();

    private final UploadRows rows;
    private final KnownFiles known;
    private final Documents documents;
    private final Intake intake;
    private final Clock clock;

    Uploads(UploadRows rows, KnownFiles known, Documents documents, Intake intake, Clock clock) {
        this.rows = rows;
        this.known = known;
        this.documents = documents;
        this.intake = intake;
        this.clock = clock;
    }

    /** A new upload, or the one this person has begun with the same key. */
    public Upload open(NewUpload what, CurrentUser by) {
        by.needs(ClientRole.REQUESTER);
        rows.insert(TicketId.next(clock.instant()).value(), what, by.login(), clock.instant());
        return rows.find(what.client(), by.login(), what.key()).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Upload> find(UUID id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public Page<Upload> page(@Nullable String cursor, int limit) {
        try {
            return rows.page(cursor == null ? null : UUID.fromString(cursor), limit);
        } catch (IllegalArgumentException e) {
            throw Page.foreignMark();
        }
    }

    /** Which of these contents have reached us within {@link #KNOWN_DAYS} days, by hash. */
    @Transactional(readOnly = true)
    public Map<String, Earlier> known(ClientId client, Collection<String> hashes, CurrentUser by) {
        return known.of(client, hashes, by);
    }

    /** @param again take it although its content is known from another request */
    public Added add(UUID id, Attachment file, boolean again, CurrentUser by) {
        by.needs(ClientRole.REQUESTER);
        ClientId client = rows.lock(id).client();
        Upload upload = rows.find(id).orElseThrow();
        String sha256 = Documents.fingerprint(file.bytes());
        String name = file.name().isBlank() ? "file" : file.name();
        if (rows.item(id, sha256).isPresent()) {
            return new Added(name, sha256, Fate.KNOWN, upload.ticket(), "It is in this upload already.");
        }
        Optional<String> refused = refused(upload, file);
        if (refused.isPresent()) {
            return new Added(name, sha256, Fate.REFUSED, null, refused.get());
        }
        Optional<Earlier> earlier =
                again ? Optional.empty() : Optional.ofNullable(known.of(client, List.of(sha256), by).get(sha256));
        UUID document = earlier.map(Earlier::document).orElseGet(
                () -> documents.store(client, about(id), name, file.mediaType(), file.bytes()).id());
        rows.add(upload, 1 + upload.taken() + upload.known(), name, sha256, document, earlier.isPresent(), again);
        return earlier.map(one -> new Added(name, sha256, Fate.KNOWN, one.ticket(),
                        "The same file came with " + one.ticket() + "."))
                .orElseGet(() -> new Added(name, sha256, Fate.TAKEN, null, ""));
    }

    private static Optional<String> refused(Upload upload, Attachment file) {
        if (upload.isSent()) {
            return Optional.of("This upload is sent. Put new files into a new one.");
        }
        if (file.bytes().length == 0) {
            return Optional.of("The file is empty.");
        }
        if (file.bytes().length > MOST_BYTES) {
            return Optional.of("The file is larger than 25 MB.");
        }
        return upload.taken() + upload.known() >= MOST_FILES
                ? Optional.of("An upload holds at most " + MOST_FILES + " files.")
                : Optional.empty();
    }

    /** Makes one request of it; sent once more it answers with the same one. */
    public Receipt send(UUID id, CurrentUser by) {
        by.needs(ClientRole.REQUESTER);
        NewUpload what = rows.lock(id);
        passOver(id, what, by);
        if (rows.find(id).orElseThrow().taken() == 0) {
            throw new TicketRefused("There is nothing new in this upload.");
        }
        Receipt receipt = intake.receive(
                new InboundMessage(what.channel(), "upload:" + id, what.client(), what.requester(), "", what.subject(),
                        what.text(), List.of(), List.of(), Map.of(), what.line(), what.priority(), clock.instant()),
                about(id));
        if (receipt.ticket() == null) {
            throw new TicketRefused(receipt.reason());
        }
        rows.sent(id, receipt.ticket(), clock.instant());
        return receipt;
    }

    /** What has come with another request meanwhile is not taken twice. */
    private void passOver(UUID id, NewUpload what, CurrentUser by) {
        if (rows.find(id).orElseThrow().isSent()) {
            return;
        }
        List<UploadRows.Item> fresh = rows.fresh(id);
        Map<String, Earlier> meanwhile =
                known.of(what.client(), fresh.stream().map(UploadRows.Item::sha256).toList(), by);
        fresh.stream().filter(item -> meanwhile.containsKey(item.sha256())).forEach(item -> {
            rows.known(id, item, meanwhile.get(item.sha256()).document());
            documents.drop(item.document());
        });
    }

    /** Takes all files and sends them as one request, in one go: all of it happens or nothing. */
    public Receipt take(NewUpload what, Iterable<Attachment> files, boolean again, CurrentUser by) {
        UUID id = open(what, by).id();
        for (Attachment file : files) {
            Added added = add(id, file, again, by);
            if (added.fate() == Fate.REFUSED && !rows.find(id).orElseThrow().isSent()) {
                throw new TicketRefused(added.name() + ": " + added.reason());
            }
        }
        return send(id, by);
    }

    /** Forgets what was collected and not sent. */
    public void discard(UUID id, CurrentUser by) {
        by.needs(ClientRole.REQUESTER);
        rows.lock(id);
        if (rows.find(id).orElseThrow().isSent()) {
            throw new TicketRefused("This upload is sent. Withdraw the request instead.");
        }
        rows.delete(id).forEach(documents::drop);
    }

    private static String about(UUID id) {
        return "upload:" + id;
    }
}
