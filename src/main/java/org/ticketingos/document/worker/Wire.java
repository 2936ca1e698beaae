package org.ticketingos.document.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ticketingos.document.Page;
import org.ticketingos.document.ReadStatus;
import org.ticketingos.document.Word;

/** How the two processes talk: one request, one answer. The application checks every figure the worker sends. */
public final class Wire {

    public static final byte OPEN = 1;
    public static final byte READ = 2;
    public static final byte DRAW = 3;
    public static final byte REREAD = 4;

    static final byte DONE = 0;
    static final byte CANNOT = 1;

    private static final int DIMENSION = 100_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Wire() {}

    /** Passes over the head of an answer; throws what the worker could not do. */
    public static void awaitDone(DataInputStream in) throws IOException, CannotRead {
        byte answer = in.readByte();
        if (answer == CANNOT) {
            int status = within(in.readByte(), 1, ReadStatus.values().length - 1, "status");
            throw new CannotRead(ReadStatus.values()[status], cut(in.readUTF()));
        }
        within(answer, DONE, DONE, "answer");
    }

    static void writeCannot(DataOutputStream out, CannotRead cannot) throws IOException {
        out.writeByte(CANNOT);
        out.writeByte(cannot.status().ordinal());
        out.writeUTF(cut(cannot.sentence()));
    }

    public static int readPages(DataInputStream in) throws IOException {
        return within(in.readInt(), 0, Integer.MAX_VALUE, "pages");
    }

    static void writePage(DataOutputStream out, Page page) throws IOException {
        out.writeInt(page.width());
        out.writeInt(page.height());
        out.writeBoolean(page.ocr());
        List<Word> words = page.words().subList(0, Math.min(page.words().size(), Limits.WORDS_A_PAGE));
        out.writeInt(words.size());
        for (Word word : words) {
            out.writeUTF(cut(word.text()));
            out.writeFloat((float) word.x());
            out.writeFloat((float) word.y());
            out.writeFloat((float) word.width());
            out.writeFloat((float) word.height());
            out.writeByte(word.confidence());
        }
    }

    public static Page readPage(DataInputStream in, int number) throws IOException {
        int width = within(in.readInt(), 1, DIMENSION, "width");
        int height = within(in.readInt(), 1, DIMENSION, "height");
        boolean ocr = in.readBoolean();
        int count = within(in.readInt(), 0, Limits.WORDS_A_PAGE, "words");
        var words = new ArrayList<Word>(count);
        for (int i = 0; i < count; i++) {
            String text = cut(in.readUTF()).replace('\0', ' ').strip();
            double x = fraction(in.readFloat());
            double y = fraction(in.readFloat());
            double wordWidth = Math.min(fraction(in.readFloat()), 1 - x);
            double wordHeight = Math.min(fraction(in.readFloat()), 1 - y);
            int confidence = within(in.readByte(), 0, 100, "confidence");
            if (!text.isEmpty()) {
                words.add(new Word(text, x, y, round(wordWidth), round(wordHeight), confidence));
            }
        }
        return new Page(number, width, height, ocr, words);
    }

    static void writePicture(DataOutputStream out, byte[] png) throws IOException {
        out.writeInt(png.length);
        out.write(png);
    }

    public static byte[] readPicture(DataInputStream in) throws IOException {
        byte[] png = new byte[within(in.readInt(), PNG.length, Limits.PICTURE_BYTES, "picture size")];
        in.readFully(png);
        for (int i = 0; i < PNG.length; i++) {
            within(png[i], PNG[i], PNG[i], "picture");
        }
        return png;
    }

    private static double fraction(float value) throws IOException {
        if (!Float.isFinite(value)) {
            throw new IOException("the worker sent a place that is no number");
        }
        return round(Math.max(0, Math.min(1, value)));
    }

    private static double round(double value) {
        return Math.round(value * 100_000) / 100_000.0;
    }

    private static String cut(String text) {
        return text.length() <= Limits.LETTERS_A_WORD ? text : text.substring(0, Limits.LETTERS_A_WORD);
    }

    private static int within(int value, int low, int high, String what) throws IOException {
        if (value < low || value > high) {
            throw new IOException("the worker sent an impossible " + what + ": " + value);
        }
        return value;
    }
}
