package org.ticketingos.document.worker;

import org.ticketingos.document.ReadStatus;

/** What a worker refuses before it decodes: the figures of the platform's rules for foreign files. */
public final class Limits {

    public static final long PIXELS = 40_000_000;
    public static final int PAGES = 500;
    static final int WORDS_A_PAGE = 20_000;
    static final int LETTERS_A_WORD = 500;
    static final int PICTURE_BYTES = 20_000_000;

    private Limits() {}

    static void checkPixels(long width, long height) throws CannotRead {
        if (width * height > PIXELS) {
            throw new CannotRead(
                    ReadStatus.TOO_LARGE,
                    "The picture is %,d x %,d points; at most 40 million points are read.".formatted(width, height));
        }
    }
}
