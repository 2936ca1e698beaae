package org.ticketingos.document.worker;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.ticketingos.document.Word;

/** The text a PDF page carries. What cannot be seen is left out: invisible, under a picture, outside the page. */
final class TextLayer extends PDFTextStripper {

    private static final double COVERS = 0.8;
    private static final double ILLUSTRATES = 0.15;
    private static final int ENOUGH_WORDS = 20;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final double width;
    private final double height;
    private final List<Word> words;
    private double picturePart;

    private TextLayer(PDDocument document, int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        boolean upright = page.getRotation() % 180 == 0;
        width = upright ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        height = upright ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        addOperator(new DrawObject(this) {
            @Override
            public void process(Operator operator, List<COSBase> operands) throws IOException {
                notePicture(operands);
                super.process(operator, operands);
            }
        });
        setStartPage(number);
        setEndPage(number);
        writeText(document, Writer.nullWriter());
        words = WordRows.of(glyphs, width, height);
    }

    static TextLayer of(PDDocument document, int number) throws IOException {
        return new TextLayer(document, number);
    }

    List<Word> words() {
        return words;
    }

    /** Whether the words say all that the page shows: documents.md 4, "trust it only if it looks like text". */
    boolean usable() {
        boolean complete = words.size() >= ENOUGH_WORDS || picturePart < ILLUSTRATES;
        return !words.isEmpty() && complete && Legible.mostly(words);
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        boolean visible = mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP;
        boolean onPage = at.getX() >= -1 && at.getX() <= width + 1 && at.getY() >= -1 && at.getY() <= height + 1;
        if (visible && onPage && at.getUnicode() != null) {
            glyphs.add(Glyph.of(at));
        }
    }

    private void notePicture(List<COSBase> operands) throws IOException {
        if (operands.isEmpty() || !(operands.get(0) instanceof COSName name) || !getResources().isImageXObject(name)) {
            return;
        }
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        Point2D.Float origin = place.transformPoint(0, 0);
        Point2D.Float across = place.transformPoint(1, 0);
        Point2D.Float up = place.transformPoint(0, 1);
        double area = Math.abs((across.x - origin.x) * (up.y - origin.y) - (up.x - origin.x) * (across.y - origin.y));
        double part = area / (width * height);
        picturePart = Math.max(picturePart, part);
        if (part >= COVERS) {
            glyphs.clear();
        }
    }
}
