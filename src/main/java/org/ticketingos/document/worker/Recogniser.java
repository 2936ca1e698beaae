package org.ticketingos.document.worker;

import com.sun.jna.Pointer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;
import org.jspecify.annotations.Nullable;
import org.ticketingos.document.ReadStatus;
import org.ticketingos.document.Word;

/** Recognises words in grey pictures with Tesseract. One thread only; the model is loaded at the first page. */
final class Recogniser {

    private final @Nullable String natives;
    private @Nullable TessBaseAPI engine;

    /**
     * @param natives the folder with libtesseract, libleptonica and eng.traineddata, or null where there are none
     */
    Recogniser(@Nullable String natives) {
        this.natives = natives;
        if (natives != null) {
            System.setProperty("jna.library.path", natives);
        }
    }

    /** Words of an upright picture, in the order Tesseract finds them. */
    List<Word> words(BufferedImage grey) throws CannotRead {
        return words(grey, TessPageSegMode.PSM_AUTO);
    }

    /** Words of a picture that holds one block of text and nothing else. */
    List<Word> block(BufferedImage grey) throws CannotRead {
        return words(grey, TessPageSegMode.PSM_SINGLE_BLOCK);
    }

    private List<Word> words(BufferedImage grey, int layout) throws CannotRead {
        TessBaseAPI api = engine();
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int width = grey.getWidth();
        int height = grey.getHeight();
        var buffer = ByteBuffer.allocateDirect(pixels.length);
        buffer.put(pixels).flip();
        TessAPI1.TessBaseAPISetPageSegMode(api, layout);
        TessAPI1.TessBaseAPISetImage(api, buffer, width, height, 1, width);
        try {
            if (TessAPI1.TessBaseAPIRecognize(api, null) != 0) {
                throw new CannotRead(ReadStatus.UNREADABLE, "Text recognition gave up on this page.");
            }
            return found(api, width, height);
        } finally {
            TessAPI1.TessBaseAPIClear(api);
        }
    }

    private static List<Word> found(TessBaseAPI api, int width, int height) {
        var words = new ArrayList<Word>();
        TessResultIterator result = TessAPI1.TessBaseAPIGetIterator(api);
        if (result == null) {
            return words;
        }
        int level = TessPageIteratorLevel.RIL_WORD;
        var left = IntBuffer.allocate(1);
        var top = IntBuffer.allocate(1);
        var right = IntBuffer.allocate(1);
        var bottom = IntBuffer.allocate(1);
        do {
            Pointer text = TessAPI1.TessResultIteratorGetUTF8Text(result, level);
            if (text == null) {
                continue;
            }
            String word = text.getString(0, StandardCharsets.UTF_8.name()).strip();
            TessAPI1.TessDeleteText(text);
            float confidence = TessAPI1.TessResultIteratorConfidence(result, level);
            var place = TessAPI1.TessResultIteratorGetPageIterator(result);
            if (!word.isEmpty()
                    && TessAPI1.TessPageIteratorBoundingBox(place, level, left, top, right, bottom) != 0) {
                words.add(new Word(
                        word,
                        left.get(0) / (double) width,
                        top.get(0) / (double) height,
                        (right.get(0) - left.get(0)) / (double) width,
                        (bottom.get(0) - top.get(0)) / (double) height,
                        Math.max(0, Math.min(100, Math.round(confidence)))));
            }
        } while (TessAPI1.TessResultIteratorNext(result, level) != 0);
        TessAPI1.TessResultIteratorDelete(result);
        return words;
    }

    private TessBaseAPI engine() throws CannotRead {
        if (engine != null) {
            return engine;
        }
        if (natives == null) {
            throw new CannotRead(
                    ReadStatus.UNREADABLE, "Text recognition is not installed for this kind of computer.");
        }
        TessBaseAPI api;
        try {
            api = TessAPI1.TessBaseAPICreate();
        } catch (LinkageError e) {
            throw new CannotRead(ReadStatus.UNREADABLE, "Text recognition does not start on this computer.");
        }
        if (TessAPI1.TessBaseAPIInit2(api, natives, "eng", TessOcrEngineMode.OEM_LSTM_ONLY) != 0) {
            throw new CannotRead(ReadStatus.UNREADABLE, "Text recognition does not find its language data.");
        }
        // Without it Tesseract guesses the resolution from the letters and warns; documents.md 7.
        TessAPI1.TessBaseAPISetVariable(api, "user_defined_dpi", "300");
        engine = api;
        return api;
    }
}
