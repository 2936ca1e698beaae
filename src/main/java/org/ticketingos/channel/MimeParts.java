package org.ticketingos.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Walks through the parts of one mail and gathers its words, its files and what a delivery report says. */
final class MimeParts {

    /** A mail beyond these limits is kept whole and unopened. */
    static final int MAX_FILE = 25 * 1024 * 1024;

    private static final int MAX_PARTS = 500;
    private static final int MAX_DEPTH = 20;

    /** A picture shown inside the text and smaller than this is a logo; the raw mail keeps it. */
    private static final int LOGO = 16 * 1024;

    private final Session session;
    private final StringBuilder text = new StringBuilder();
    private final List<Attachment> files = new ArrayList<>();
    private final DeliveryReport report = new DeliveryReport();
    private int parts;

    MimeParts(Session session) {
        this.session = session;
    }

    String text() {
        return text.toString().strip();
    }

    List<Attachment> files() {
        return files;
    }

    DeliveryReport report() {
        return report;
    }

    void read(MimePart part) throws MailUnreadable {
        read(part, 0, true, false);
    }

    /**
     * @param words whether its text is to be read, or stands elsewhere already
     * @param decoration whether it is a part an HTML text refers to
     */
    private void read(MimePart part, int depth, boolean words, boolean decoration) throws MailUnreadable {
        if (++parts > MAX_PARTS) {
            throw new MailUnreadable("it has more than " + MAX_PARTS + " parts", false);
        }
        PartHead head = PartHead.of(part);
        if (depth > MAX_DEPTH) {
            keep(part, head, false);
        } else if (head.is("multipart/")) {
            multipart(part, head, depth, words);
        } else if (head.is("message/rfc822") || head.is("message/global")) {
            forwarded(part, depth, words);
        } else if (head.is("message/delivery-status")) {
            report.status(PlainText.decode(bytes(part), "US-ASCII"));
        } else if (head.is("text/rfc822-headers")) {
            report.original(PlainText.decode(bytes(part), "US-ASCII"));
        } else if (head.words()) {
            if (words) {
                say(head, PlainText.decode(bytes(part), head.charset()));
            }
        } else {
            keep(part, head, decoration);
        }
    }

    private void multipart(MimePart part, PartHead head, int depth, boolean words) throws MailUnreadable {
        List<MimePart> children = children(part);
        if (children.isEmpty()) {
            if (words) {
                say(head, PlainText.decode(bytes(part), head.charset()));
            }
            return;
        }
        Optional<MimePart> plain = head.is("multipart/alternative") ? firstWithWords(children) : Optional.empty();
        for (MimePart child : children) {
            boolean read = words && (plain.isEmpty() || plain.get() == child);
            read(child, depth + 1, read, head.is("multipart/related"));
        }
    }

    /** Of several versions of the same text the plain one is read, unless it is empty; files are taken from all. */
    private Optional<MimePart> firstWithWords(List<MimePart> versions) throws MailUnreadable {
        for (MimePart version : versions) {
            PartHead head = PartHead.of(version);
            if (head.is("text/plain")
                    && !PlainText.decode(bytes(version), head.charset()).isBlank()) {
                return Optional.of(version);
            }
        }
        return versions.stream().filter(version -> !PartHead.of(version).is("text/plain")).findFirst();
    }

    private List<MimePart> children(MimePart part) {
        List<MimePart> children = new ArrayList<>();
        try {
            MimeMultipart multipart = new MimeMultipart(new MimePartDataSource(part));
            for (int i = 0; i < multipart.getCount() && i <= MAX_PARTS; i++) {
                children.add((MimePart) multipart.getBodyPart(i));
            }
        } catch (MessagingException broken) {
            return children;
        }
        return children;
    }

    private void forwarded(MimePart part, int depth, boolean words) throws MailUnreadable {
        try {
            MimeMessage inner = new MimeMessage(session, forwardedBytes(part));
            report.original("Message-ID: " + MailHeaders.of(inner).first("message-id"));
            if (words) {
                MailHeaders headers = MailHeaders.of(inner);
                say("Forwarded message from " + headers.from() + ": " + headers.subject());
            }
            read(inner, depth + 1, words, false);
        } catch (MessagingException | IOException broken) {
            keep(part, PartHead.of(part), false);
        }
    }

    /** A forwarded mail must not be encoded (RFC 2046, 5.2.1), so the library does not decode it; some are. */
    private static InputStream forwardedBytes(MimePart part) throws MessagingException, IOException {
        String encoding = String.valueOf(part.getEncoding()).toLowerCase(Locale.ROOT);
        boolean encoded = encoding.equals("base64") || encoding.equals("quoted-printable");
        return encoded ? MimeUtility.decode(part.getInputStream(), encoding) : part.getInputStream();
    }

    private void say(PartHead head, String words) {
        say(head.is("text/html") ? HtmlText.of(words) : words);
    }

    private void say(String words) {
        if (!words.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words.strip());
        }
    }

    private void keep(MimePart part, PartHead head, boolean decoration) throws MailUnreadable {
        byte[] bytes = bytes(part);
        if (decoration && head.isShownPicture() && bytes.length < LOGO) {
            return;
        }
        files.add(new Attachment(head.fileName(files.size() + 1), head.type(), bytes));
    }

    private static byte[] bytes(MimePart part) throws MailUnreadable {
        byte[] bytes;
        try (InputStream decoded = part.getInputStream()) {
            bytes = decoded.readNBytes(MAX_FILE + 1);
        } catch (MessagingException | IOException badlyEncoded) {
            bytes = asSent(part);
        }
        if (bytes.length > MAX_FILE) {
            throw new MailUnreadable("one of its files is larger than 25 MB", true);
        }
        return bytes;
    }

    private static byte[] asSent(MimePart part) throws MailUnreadable {
        try (InputStream raw = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return raw.readNBytes(MAX_FILE + 1);
        } catch (MessagingException | IOException broken) {
            throw new MailUnreadable("one of its parts cannot be decoded", false);
        }
    }
}
