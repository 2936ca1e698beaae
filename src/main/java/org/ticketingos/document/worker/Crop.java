package org.ticketingos.document.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.ticketingos.document.Area;
import org.ticketingos.document.Page;
import org.ticketingos.document.Word;

/** Recognises one place of a page again, larger than the first time and as one block of text. */
final class Crop {

    /** Tesseract needs white around letters. */
    private static final int MARGIN = 24;

    /** Letters are best recognised about 30 pixels high; a place lower than this is made larger. */
    private static final int LOW = 60;

    /** Below this a page may have been turned when it was read the first time. */
    private static final int DOUBTFUL = 40;

    private Crop() {}

    /** @param shown width by height of the page as it is shown; the other way round when it was turned for reading */
    static Page read(Paper paper, int number, Area area, double shown, Recogniser recogniser)
            throws IOException, CannotRead {
        boolean lying = (shown > 1) != (paper.shape(number) > 1);
        Page best = turned(paper, number, area, lying ? 1 : 0, recogniser);
        if (confidence(best) < DOUBTFUL) {
            Page other = turned(paper, number, area, lying ? 3 : 2, recogniser);
            best = confidence(other) > confidence(best) ? other : best;
        }
        return best;
    }

    private static Page turned(Paper paper, int number, Area area, int quarters, Recogniser recogniser)
            throws IOException, CannotRead {
        BufferedImage part = Picture.turned(paper.part(number, area.beforeTurn(quarters)), quarters);
        int times = part.getHeight() < LOW ? 2 : 1;
        BufferedImage framed = Picture.framed(part, MARGIN, times);
        List<Word> words = recogniser.block(framed);
        return new Page(number, framed.getWidth(), framed.getHeight(), true, words);
    }

    private static int confidence(Page page) {
        return page.words().stream().mapToInt(Word::confidence).min().orElse(-1);
    }
}
