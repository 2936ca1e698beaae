package org.ticketingos.document.worker;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/** Looks at the pictures inside a PDF page before anything decodes them. */
final class PageImages {

    private PageImages() {}

    /** Refuses the page when one of its pictures has too many pixels, by what its dictionary says. */
    static void check(PDPage page) throws CannotRead {
        if (page.getResources() == null) {
            return;
        }
        COSDictionary pictures = page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (pictures == null) {
            return;
        }
        for (COSName name : pictures.keySet()) {
            COSBase picture = pictures.getDictionaryObject(name);
            if (picture instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                Limits.checkPixels(stream.getInt(COSName.WIDTH, 0), stream.getInt(COSName.HEIGHT, 0));
            }
        }
    }
}
