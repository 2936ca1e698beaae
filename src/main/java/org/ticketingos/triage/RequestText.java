package org.ticketingos.triage;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a classifier gets to read of a request: its words, long ones cut in the middle, and the names of its papers. */
final class RequestText {

    /** Characters kept from the beginning and from the end; together below the 256 tokens of the sentence model. */
    private static final int HEAD = 700;

    private static final int TAIL = 250;
    private static final int MOST_PAPERS = 6;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
    private static final Pattern FILLER = Pattern.compile(
            "(?im)^(?:dear|hello|hi|good (?:morning|afternoon|evening))\\b[^\\n]{0,40}$"
                    + "|^(?:best|kind|warm)? ?regards\\b.*$"
                    + "|^(?:sincerely|yours|cheers)\\b.*$|^sent from my .*$");

    private RequestText() {}

    /** @param papers file names of the attachments */
    static String of(String words, List<String> papers) {
        String text = FILLER.matcher(words).replaceAll("").replaceAll("\\s+", " ").strip();
        if (text.length() > HEAD + TAIL) {
            text = text.substring(0, HEAD) + " ... " + text.substring(text.length() - TAIL);
        }
        String names = names(papers);
        return names.isEmpty() ? text : (text + " Attached: " + names).strip();
    }

    private static String names(List<String> papers) {
        return String.join(
                ", ",
                papers.stream()
                        .limit(MOST_PAPERS)
                        .map(name -> NO_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Whether the text is in Latin letters, the only ones the sentence model understands. */
    static boolean readable(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin * 10 >= letters * 7;
    }
}
