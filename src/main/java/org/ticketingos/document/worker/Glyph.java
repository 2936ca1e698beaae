package org.ticketingos.document.worker;

import org.apache.pdfbox.text.TextPosition;

/**
 * A printed character. Along and across are measured in the direction of its text, the box as the page is seen, all in
 * points from the upper left corner.
 */
record Glyph(
        String text, int turn, double along, double across, double advance, double size, double left, double top,
        double right, double bottom) {

    /** Parts of the font size above and below the base line that a box takes in. */
    private static final double ASCENT = 0.76;

    private static final double DESCENT = 0.22;

    static Glyph of(TextPosition at) {
        int turn = Math.floorMod(Math.round(at.getDir()) - at.getRotation(), 360);
        double size = Math.max(1, at.getFontSizeInPt());
        double advance = at.getWidthDirAdj();
        double up = size * ASCENT;
        double down = size * DESCENT;
        double x = at.getX();
        double y = at.getY();
        double[] box =
                switch (turn) {
                    case 90 -> new double[] {x - up, y - advance, x + down, y};
                    case 180 -> new double[] {x - advance, y - down, x, y + up};
                    case 270 -> new double[] {x - down, y, x + up, y + advance};
                    default -> new double[] {x, y - up, x + advance, y + down};
                };
        return new Glyph(
                at.getUnicode(), turn, at.getXDirAdj(), at.getYDirAdj(), advance, size, box[0], box[1], box[2], box[3]);
    }

    boolean blank() {
        return text.isBlank() || text.equals("\u00a0");
    }

    /** Bold is often faked by printing a character twice, a hair apart. */
    boolean repeats(Glyph other) {
        return text.equals(other.text)
                && Math.abs(along - other.along) < size * 0.15
                && Math.abs(across - other.across) < size * 0.15;
    }
}
