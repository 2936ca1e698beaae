package org.ticketingos.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Attachment;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.upload.NewUpload;

/** Turns what a program sends into what the one door takes. */
@Component
class Requests {

    static final int LARGEST_FILE = 25 * 1024 * 1024;

    /** Mail programs break Base64 into lines; anything else that does not belong there is a damaged file. */
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

    private final Clients clients;
    private final Clock clock;

    Requests(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    InboundMessage message(NewTicketJson request, @Nullable String key, CurrentUser caller) {
        List<Attachment> files = request.attachments() == null
                ? List.of()
                : request.attachments().stream().map(Requests::attachment).toList();
        return message(
                request.client(),
                request.subject(),
                request.text(),
                request.from(),
                request.serviceLine(),
                request.priority(),
                files,
                key,
                caller);
    }

    InboundMessage message(
            @Nullable String client,
            String subject,
            @Nullable String text,
            @Nullable String from,
            @Nullable String line,
            @Nullable String priority,
            List<Attachment> files,
            @Nullable String key,
            CurrentUser caller) {
        return new InboundMessage(
                "api",
                caller.login() + "/" + (key == null ? UUID.randomUUID() : key),
                client(client, caller),
                requester(from, caller),
                "",
                subject.trim(),
                text == null ? "" : text,
                files,
                List.of(),
                Map.of(),
                line == null || line.isBlank() ? null : line(line),
                priority == null || priority.isBlank() ? null : priority(priority),
                clock.instant());
    }

    NewUpload upload(NewTicketJson request, String key, CurrentUser caller) {
        InboundMessage asked = message(request, key, caller);
        return new NewUpload(client(request.client(), caller), "api", key, asked.from(), asked.subject(), asked.text(),
                asked.line(), asked.priority());
    }

    /** What is delivered goes to whoever asked: nobody without a word in that names another address. */
    private static String requester(@Nullable String from, CurrentUser caller) {
        String named = from == null || from.isBlank() ? caller.login() : from.trim();
        boolean own = named.equalsIgnoreCase(caller.login()) || named.equalsIgnoreCase(caller.mail());
        if (caller.isClient() && !own && !caller.may(ClientRole.APPROVER)) {
            throw new BadInput("You ask in your own name only: leave \"from\" out.");
        }
        return named;
    }

    private ClientId client(@Nullable String named, CurrentUser caller) {
        if (caller.client() != null) {
            if (named != null && !named.isBlank() && !named.equals(caller.client().value())) {
                throw new NotThere("client");
            }
            return caller.client();
        }
        if (named == null || named.isBlank()) {
            throw new BadInput("Say which client this is for: \"client\" is missing.");
        }
        return clients.all().stream()
                .filter(known -> known.id().value().equals(named))
                .findFirst()
                .orElseThrow(() -> new NotThere("client"))
                .id();
    }

    static ServiceLine line(String code) {
        try {
            return ServiceLine.of(code);
        } catch (IllegalArgumentException e) {
            throw new BadInput("\"" + code + "\" is no service line. Known are: data-entry, call-center, finance, hr,"
                    + " it-helpdesk, reporting.");
        }
    }

    static Priority priority(String word) {
        try {
            return Priority.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadInput("\"" + word + "\" is no priority. Known are: CRITICAL, HIGH, NORMAL, LOW.");
        }
    }

    private static Attachment attachment(NewTicketJson.File file) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(LINE_BREAKS.matcher(file.content()).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw new BadInput("The content of \"" + file.name() + "\" is not Base64.");
        }
        return attachment(file.name(), file.mediaType(), bytes);
    }

    private static Attachment attachment(String name, @Nullable String mediaType, byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            throw new BadInput("\"" + name + "\" is larger than 25 MB.");
        }
        return new Attachment(name, mediaType == null ? "application/octet-stream" : mediaType, bytes);
    }

    static List<Attachment> attachments(List<MultipartFile> files) {
        List<Attachment> attachments = new ArrayList<>();
        for (MultipartFile file : files) {
            try {
                String name = file.getOriginalFilename();
                attachments.add(attachment(
                        name == null || name.isBlank() ? "file" : name, file.getContentType(), file.getBytes()));
            } catch (IOException e) {
                throw new BadInput("A file arrived incomplete. Send the request again.");
            }
        }
        return attachments;
    }

    /** Recognises the same body under the same key. */
    static String hash(InboundMessage message) {
        MessageDigest digest = sha256();
        String head = String.join(
                "\0",
                String.valueOf(message.client()),
                message.from(),
                message.subject(),
                message.text(),
                String.valueOf(message.line()),
                String.valueOf(message.priority()));
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        for (Attachment file : message.attachments()) {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update(file.bytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
