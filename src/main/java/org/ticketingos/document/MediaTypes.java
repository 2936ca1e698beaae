package org.ticketingos.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Decides by its first bytes what a file is; the declared kind only tells apart what begins alike. */
final class MediaTypes {

    private static final int HEAD = 1024;
    private static final String ZIP = "application/zip";
    private static final String OLE = "application/x-ole-storage";
    private static final String TEXT = "text/plain";
    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> TEXTS = Map.of(
            ".csv", "text/csv",
            ".json", "application/json",
            ".xml", "application/xml",
            ".eml", "message/rfc822");

    private MediaTypes() {}

    static String of(byte[] bytes, String name, String declared) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return "application/pdf";
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return "image/tiff";
        }
        if (head.startsWith("GIF8")) {
            return "image/gif";
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return office(declared, "application/vnd.", ZIP);
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return office(declared, "application/vnd.ms-", OLE);
        }
        return isText(bytes) ? text(name) : UNKNOWN;
    }

    private static String office(String declared, String family, String otherwise) {
        String kind = declared.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        return kind.startsWith(family) && kind.matches("[a-z0-9.+/-]{1,100}") ? kind : otherwise;
    }

    private static String text(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? TEXT : TEXTS.getOrDefault(name.substring(dot).toLowerCase(Locale.ROOT), TEXT);
    }

    private static boolean isText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().noneMatch(letter -> letter < ' ' && "\t\n\f\r".indexOf(letter) < 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
