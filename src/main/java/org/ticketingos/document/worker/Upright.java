package org.ticketingos.document.worker;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ticketingos.document.Page;
import org.ticketingos.document.Word;

/**
 * Recognises pages that may lie on their side or head. The other three turns are tried only where little was recognised
 * (documents.md 4), on a smaller picture; a turned page is then read and shown upright.
 */
final class Upright {

    private static final int FAIR = 60;
    private static final int SURE = 80;
    private static final int WORD_LENGTH = 3;
    private static final int ENOUGH_WORDS = 5;

    /** Letters that another turn must show at least, so that specks do not turn a page. */
    private static final int ENOUGH_LETTERS = 12;

    private static final int TRIAL_WIDTH = 800;

    private final Recogniser recogniser;
    private final Map<Integer, Integer> quarters = new HashMap<>();

    Upright(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /** Reads a page whose picture, not yet turned, is shown in the given width and height. */
    Page read(int number, BufferedImage grey, int[] shown) throws CannotRead {
        List<Word> words = recogniser.words(grey);
        List<Word> lying = lyingFlat(words, grey);
        int turn = believable(lying, words) ? 0 : betterTurn(grey, sureLetters(lying));
        quarters.put(number, turn);
        List<Word> upright = turn == 0 ? words : recogniser.words(Picture.turned(grey, turn));
        return new Page(number, shown[turn % 2], shown[1 - turn % 2], true, upright);
    }

    /** The picture turned as it was read. */
    BufferedImage turned(int number, BufferedImage picture) {
        return Picture.turned(picture, quarters.getOrDefault(number, 0));
    }

    private int betterTurn(BufferedImage grey, int letters) throws CannotRead {
        BufferedImage small = Picture.halvedTo(grey, TRIAL_WIDTH);
        int best = 0;
        int most = 2 * letters + ENOUGH_LETTERS;
        for (int turn = 1; turn <= 3; turn++) {
            BufferedImage turned = Picture.turned(small, turn);
            int found = sureLetters(lyingFlat(recogniser.words(turned), turned));
            if (found > most) {
                best = turn;
                most = found;
            }
        }
        return best;
    }

    /** The longer words that run from left to right: Tesseract also reads lines that run up or down. */
    private static List<Word> lyingFlat(List<Word> words, BufferedImage picture) {
        return words.stream()
                .filter(Upright::longer)
                .filter(word -> word.width() * picture.getWidth() > word.height() * picture.getHeight())
                .toList();
    }

    private static boolean longer(Word word) {
        return word.text().length() >= WORD_LENGTH;
    }

    /** Measured: 25 % of the longer words of a page on its head are fair, of poor receipts the right way up 70 %. */
    private static boolean believable(List<Word> lying, List<Word> words) {
        long longer = words.stream().filter(Upright::longer).count();
        long fair = lying.stream().filter(word -> word.confidence() >= FAIR).count();
        return longer >= ENOUGH_WORDS && fair * 2 >= longer;
    }

    private static int sureLetters(List<Word> words) {
        return words.stream()
                .filter(word -> word.confidence() >= SURE)
                .mapToInt(word -> (int) word.text().chars().filter(Character::isLetterOrDigit).count())
                .sum();
    }
}
