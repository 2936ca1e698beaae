package org.ticketingos.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a raw mail. Never fails: what cannot be read, or is too large to be opened, becomes a message with the raw
 * mail attached (CHAN-11).
 */
final class MailParser {

    /** Pseudo headers start with a colon, which no sender can forge: a header's name ends at its first colon. */
    static final String DELIVERY_ACTION = ":delivery-action";

    static final String DELIVERY_STATUS = ":delivery-status";

    private static final int MAX_MAIL = 40 * 1024 * 1024;
    private static final int MAX_HEADERS = 256 * 1024;
    private static final int MAX_TEXT = 500_000;
    private static final String RAW_NAME = "mail.eml";

    private final Session session = Session.getInstance(LenientMail.session());

    static {
        LenientMail.apply();
    }

    ParsedMail parse(byte[] raw, String externalId, Instant receivedAt) {
        try {
            if (headerBlock(raw) > MAX_HEADERS) {
                throw new MailUnreadable("its headers are larger than 256 kB", false);
            }
            MimeMessage mail = new MimeMessage(session, new SharedByteArrayInputStream(raw));
            return new ParsedMail(message(mail, raw, externalId, receivedAt), true);
        } catch (MailUnreadable limit) {
            return unopened(raw, externalId, receivedAt, limit.getMessage());
        } catch (MessagingException | RuntimeException | StackOverflowError broken) {
            return unopened(raw, externalId, receivedAt, "its structure is broken (" + broken.getClass().getSimpleName()
                    + ")");
        }
    }

    private InboundMessage message(MimeMessage mail, byte[] raw, String externalId, Instant at)
            throws MessagingException, MailUnreadable {
        MailHeaders headers = MailHeaders.of(mail);
        MimeParts parts = new MimeParts(session);
        try {
            if (raw.length > MAX_MAIL) {
                throw new MailUnreadable("it is larger than 40 MB", true);
            }
            parts.read(mail);
        } catch (MailUnreadable limit) {
            if (!limit.tooLarge()) {
                throw limit;
            }
            return inbound(headers, new DeliveryReport(), externalId, at,
                    "This mail was not opened because " + limit.getMessage() + ". It is attached as it came.",
                    List.of(new Attachment(RAW_NAME, "message/rfc822", raw)));
        }
        String text = PlainText.of(parts.text());
        List<Attachment> files = new ArrayList<>(parts.files());
        if (text.length() > MAX_TEXT) {
            files.add(new Attachment("mail-text.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
            text = text.substring(0, MAX_TEXT) + "\n… The whole text is attached as mail-text.txt.";
        }
        if (text.isBlank() && files.isEmpty() && saysSomething(headers, raw)) {
            text = "No words were found in this mail. It is attached as it came.";
            files.add(new Attachment(RAW_NAME, "message/rfc822", raw));
        }
        return inbound(headers, parts.report(), externalId, at, text, files);
    }

    /** A body that is not blank, or lines that are no mail headers at all. */
    private static boolean saysSomething(MailHeaders headers, byte[] raw) {
        int body = headerBlock(raw);
        boolean noMail = headers.first("from").isEmpty() && headers.first("subject").isEmpty() && raw.length > 0;
        return noMail || !new String(raw, body, raw.length - body, StandardCharsets.ISO_8859_1).isBlank();
    }

    private static InboundMessage inbound(
            MailHeaders headers, DeliveryReport report, String externalId, Instant at, String text,
            List<Attachment> files) {
        Map<String, String> all = new LinkedHashMap<>(headers.all());
        all.put("message-id", headers.messageId());
        all.put(DELIVERY_ACTION, report.action());
        all.put(DELIVERY_STATUS, report.status());
        List<String> references = new ArrayList<>(headers.references());
        if (!report.action().isEmpty() || headers.first("content-type").contains("report")) {
            references.addAll(report.originals());
        }
        return new InboundMessage("mail", externalId, null, headers.from(), PlainText.line(headers.first("to"), 500),
                headers.subject(), text, files, references, all, null, null, at);
    }

    /** As much of the headers as can be read, and the raw mail attached. */
    ParsedMail unopened(byte[] raw, String externalId, Instant at, String why) {
        String sentence = "This mail could not be read: " + why + ". It is attached as it came.";
        List<Attachment> files =
                raw.length == 0 ? List.of() : List.of(new Attachment(RAW_NAME, "message/rfc822", raw));
        Map<String, String> headers = Map.of();
        String from = "";
        try {
            byte[] top = Arrays.copyOf(raw, Math.min(headerBlock(raw), MAX_HEADERS));
            MailHeaders read = MailHeaders.of(new MimeMessage(session, new SharedByteArrayInputStream(top)));
            headers = new LinkedHashMap<>(read.all());
            headers.put("message-id", read.messageId());
            from = read.from();
        } catch (MessagingException | RuntimeException broken) {
            sentence += " Not even its headers are readable.";
        }
        return new ParsedMail(
                new InboundMessage("mail", externalId, null, from, "", "Unreadable mail", sentence, files, List.of(),
                        headers, null, null, at),
                false);
    }

    /** Bytes before the first empty line. */
    private static int headerBlock(byte[] raw) {
        for (int i = 0; i + 1 < raw.length; i++) {
            if (raw[i] == '\n' && (raw[i + 1] == '\n' || raw[i + 1] == '\r')) {
                return i + 1;
            }
        }
        return raw.length;
    }
}
