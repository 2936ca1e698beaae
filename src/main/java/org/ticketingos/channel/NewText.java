package org.ticketingos.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a person wrote now: a message without the older mail quoted below it and without the signature. */
final class NewText {

    /** "On Monday, Amy wrote:" in the languages of the common mail programs, on one line or broken over two or three. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?is)^\\s*>?\\s*(on|am|le|el|il|em|op|den|dnia|w dniu)\\b.{5,300}?"
                    + "\\b(wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał\\S*)\\b.{0,80}[:：]\\s*$");

    private static final Pattern DATED_ATTRIBUTION = Pattern.compile(
            "(?i)^\\s*\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}.{0,80}<\\S+@\\S+>\\s*:?\\s*$"
                    + "|^.{0,80}\\d{1,2}[:.]\\d{2}.{0,60}<\\S+@\\S+>\\s*:?\\s*$"
                    + "|^.{3,120}<\\s*\\S+@\\S+>\\s*(wrote|writes|schrieb|написал\\S*)\\s*:\\s*$");

    private static final Pattern DIVIDER = Pattern.compile(
            "(?i)^\\s*-{2,}\\s*(original message|reply message|ursprüngliche nachricht|message d'origine|"
                    + "mensaje original|messaggio originale|исходное сообщение)\\s*-{2,}\\s*$|^\\s*_{20,}\\s*$");

    private static final Pattern HEADER_LINE = Pattern.compile(
            "(?i)^\\s*\\*?(from|von|de|da|van|от|от кого|sent|gesendet|envoyé|enviado|inviato|verzonden|date|datum|дата|"
                    + "to|an|à|para|a|aan|кому|отправлено|subject|betreff|objet|asunto|oggetto|onderwerp|тема|cc):\\*?\\s.*$");

    private static final Pattern FORWARD = Pattern.compile(
            "(?i)^\\s*(-{2,}\\s*(forwarded|weitergeleitete|message transféré|mensaje reenviado).*|begin forwarded message:.*)$");

    private static final Pattern DEVICE = Pattern.compile(
            "(?i)^\\s*(sent from my |sent from (yahoo|samsung|outlook)|sent with |sent via |get outlook for |"
                    + "von meinem .{2,30} gesendet|envoyé de mon ).{0,60}$");

    private static final Pattern GREETING = Pattern.compile(
            "(?i)^\\s*(thanks|thank you|many thanks|thx|cheers|regards|best|best regards|kind regards|warm regards|"
                    + "sincerely|yours sincerely|yours|mit freundlichen grüßen|viele grüße|cordialement)[,.!]?\\s*$");

    private static final int SIGNATURE_LINES = 8;

    private NewText() {}

    static String of(String text) {
        List<String> lines = unquoted(Arrays.asList(text.split("\n", -1)));
        String words = String.join("\n", lines.subList(0, signatureStart(lines))).strip();
        return words.isEmpty() ? text.strip() : words;
    }

    /** Words above, below and between the quoted lines; a forwarded mail is what the person wants us to read. */
    private static List<String> unquoted(List<String> lines) {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int attribution = attribution(lines, i);
            if (FORWARD.matcher(line).matches()) {
                own.addAll(lines.subList(i, lines.size()));
                return own;
            }
            if (attribution > 0 && quotedAfter(lines, i + attribution)) {
                i += attribution - 1;
            } else if (attribution > 0 || DIVIDER.matcher(line).matches() || headerBlock(lines, i)) {
                return own;
            } else if (!line.stripLeading().startsWith(">")) {
                own.add(line);
            }
        }
        return own;
    }

    /** How many lines from here on say who wrote what is quoted below; 0 when they do not, or only later ones do. */
    private static int attribution(List<String> lines, int at) {
        for (int end = at + 1; end <= Math.min(at + 3, lines.size()); end++) {
            if (attributes(lines, at, end)) {
                return end - at > 1 && attributes(lines, at + 1, end) ? 0 : end - at;
            }
        }
        return 0;
    }

    private static boolean attributes(List<String> lines, int from, int to) {
        String joined = String.join(" ", lines.subList(from, to));
        return ATTRIBUTION.matcher(joined).matches()
                || DATED_ATTRIBUTION.matcher(joined).matches() && quotedAfter(lines, to);
    }

    private static boolean quotedAfter(List<String> lines, int from) {
        return lines.stream().skip(from).filter(line -> !line.isBlank()).findFirst().orElse("").startsWith(">");
    }

    private static boolean headerBlock(List<String> lines, int at) {
        long headers = lines.stream()
                .skip(at)
                .limit(5)
                .takeWhile(line -> HEADER_LINE.matcher(line).matches())
                .count();
        return headers >= 3;
    }

    private static int signatureStart(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals("-- ") || line.equals("--") || DEVICE.matcher(line).matches()) {
                return i;
            }
            boolean namesFollow = lines.size() - i <= SIGNATURE_LINES
                    && lines.stream().skip(i + 1).allMatch(below -> below.length() <= 60 && !below.matches(".*[?:]\\s*"));
            if (i > 0 && namesFollow && GREETING.matcher(line).matches()) {
                return i;
            }
        }
        return lines.size();
    }
}
