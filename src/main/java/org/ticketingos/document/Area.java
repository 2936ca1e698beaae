package org.ticketingos.document;

/** A rectangle of a page; fractions of its width and height from the top left corner. */
public record Area(double x, double y, double width, double height) {

    public Area {
        if (!(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001)) {
            throw new IllegalArgumentException("this area is not on a page");
        }
    }

    /** The part of any rectangle that lies on the page, at least a hair wide and high. */
    public static Area within(double x, double y, double width, double height) {
        double left = Math.max(0, Math.min(0.999, x));
        double top = Math.max(0, Math.min(0.999, y));
        return new Area(
                left, top, Math.max(0.001, Math.min(1 - left, width)), Math.max(0.001, Math.min(1 - top, height)));
    }

    /** Whether the middle of a word lies in it. */
    boolean holds(Word word) {
        double middle = word.x() + word.width() / 2;
        double centre = word.y() + word.height() / 2;
        return middle >= x && middle <= x + width && centre >= y && centre <= y + height;
    }

    /** The same rectangle before its page was turned clockwise by quarters. */
    public Area beforeTurn(int quarters) {
        return switch (quarters) {
            case 1 -> within(y, 1 - x - width, height, width);
            case 2 -> within(1 - x - width, 1 - y - height, width, height);
            case 3 -> within(1 - y - height, x, height, width);
            default -> this;
        };
    }
}
