package org.ticketingos.document.worker;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What was typed into a PDF's own form fields. */
final class PdfForm {

    private PdfForm() {}

    /** Makes the typed values part of the pages, so that they are read like everything printed. */
    static void flatten(PDDocument document) {
        try {
            var form = document.getDocumentCatalog().getAcroForm();
            if (form != null && !form.getFields().isEmpty() && !form.xfaIsDynamic()) {
                form.flatten();
            }
        } catch (IOException | RuntimeException e) {
            // A damaged form leaves the pages as they are.
        }
    }
}
