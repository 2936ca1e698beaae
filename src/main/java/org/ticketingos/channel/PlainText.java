package org.ticketingos.channel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Foreign text made fit for the database and for screens, and foreign bytes read in the charset they are really in. */
final class PlainText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int FILE_NAME_MAX = 150;

    private PlainText() {}

    /** No NUL (PostgreSQL refuses it), no other control characters but tab and line feed, no half characters. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                clean.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c);
            }
        });
        return clean.toString();
    }

    /** One line of at most max characters. */
    static String line(String text, int max) {
        String line = of(text).replaceAll("\\s+", " ").trim();
        if (line.length() <= max) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(max - 2)) ? max - 2 : max - 1;
        return line.substring(0, end) + "…";
    }

    /** A file name without path, direction marks (which can disguise the ending) and reserved characters. */
    static String fileName(String name) {
        String last = name.replace('\\', '/').replaceAll(".*/", "");
        String clean = line(last.replaceAll("[\\p{Cf}\\p{Cc}<>:\"|?*]", ""), FILE_NAME_MAX);
        return clean.isBlank() || clean.equals(".") || clean.equals("..") ? "" : clean;
    }

    /** Reads bytes as UTF-8 where they are valid UTF-8, else as declared, else as Windows-1252, which never fails. */
    static String decode(byte[] bytes, @Nullable String declared) {
        Charset charset = charset(declared);
        boolean wide = charset != null && !charset.name().matches("US-ASCII|UTF-8|ISO-8859-1|windows-125\\d");
        if (wide) {
            String text = strictly(bytes, charset);
            if (text != null) {
                return text;
            }
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
        }
        boolean oneByte = charset != null && charset.name().matches("windows-125\\d");
        return new String(bytes, oneByte ? charset : WINDOWS);
    }

    private static @Nullable Charset charset(@Nullable String declared) {
        try {
            return declared == null ? null : Charset.forName(declared.trim());
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notThis) {
            return null;
        }
    }
}
