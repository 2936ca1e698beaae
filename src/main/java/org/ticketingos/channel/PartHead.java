package org.ticketingos.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a part of a mail says about itself, read as leniently as it is written. */
record PartHead(
        String type, @Nullable String charset, boolean attached, boolean inline, boolean hasId, @Nullable String name) {

    private static final Pattern TYPE = Pattern.compile("\\s*([\\w.+-]+/[\\w.+-]+)");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:+-]+)");
    private static final Pattern NAME = Pattern.compile("(?i)name\\s*=\\s*(?:\"([^\"]*)\"|([^;\\r\\n]*))");

    static PartHead of(MimePart part) {
        String contentType = header(part, "Content-Type");
        String disposition = header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT);
        String type = "text/plain";
        String charset = null;
        try {
            ContentType parsed = new ContentType(contentType);
            type = parsed.getBaseType().toLowerCase(Locale.ROOT);
            charset = parsed.getParameter("charset");
        } catch (ParseException odd) {
            type = first(TYPE, contentType, type).toLowerCase(Locale.ROOT);
            charset = first(CHARSET, contentType, null);
        }
        boolean attached = disposition.startsWith("attachment");
        boolean hasId = !header(part, "Content-ID").isBlank();
        return new PartHead(type, charset == null ? null : MimeUtility.javaCharset(charset), attached,
                disposition.startsWith("inline"), hasId, name(part, contentType, disposition));
    }

    boolean is(String start) {
        return type.startsWith(start);
    }

    /** Text to be read with the message, not a text file sent along. */
    boolean words() {
        return (type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched"))
                && !attached
                && (name == null || inline);
    }

    boolean isShownPicture() {
        return type.startsWith("image/") && hasId && !attached;
    }

    String fileName(int number) {
        String clean = name == null ? "" : PlainText.fileName(name);
        return clean.isEmpty() ? "attachment-" + number + ending() : clean;
    }

    private String ending() {
        return switch (type) {
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/tiff" -> ".tif";
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "text/csv" -> ".csv";
            case "text/calendar" -> ".ics";
            case "application/zip" -> ".zip";
            case "message/rfc822" -> ".eml";
            default -> ".bin";
        };
    }

    private static @Nullable String name(MimePart part, String contentType, String disposition) {
        try {
            String name = part.getFileName();
            if (name != null) {
                return MailHeaders.decoded(name);
            }
        } catch (MessagingException odd) {
            String raw = first(NAME, disposition + " " + contentType, null);
            return raw == null ? null : decodedOrRaw(raw);
        }
        return null;
    }

    private static String decodedOrRaw(String raw) {
        try {
            return MimeUtility.decodeText(raw);
        } catch (UnsupportedEncodingException odd) {
            return raw;
        }
    }

    private static @Nullable String first(Pattern pattern, String text, @Nullable String otherwise) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return otherwise;
        }
        return found.groupCount() > 1 && found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String header(MimePart part, String name) {
        try {
            String[] values = part.getHeader(name);
            return values == null || values[0] == null ? "" : values[0];
        } catch (MessagingException unreadable) {
            return "";
        }
    }
}
