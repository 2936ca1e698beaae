package org.ticketingos.ui.finance;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Component;
import org.ticketingos.billing.Invoice;
import org.ticketingos.billing.Invoices;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** Invoices on the screen: their document and their state. */
@Component
public class InvoicePapers {

    private final Invoices invoices;

    InvoicePapers(Invoices invoices) {
        this.invoices = invoices;
    }

    /** A link that downloads the document as it was sent. */
    public Anchor pdf(Invoice invoice) {
        String name = invoice.number().replaceAll("[^A-Za-z0-9-]+", "-") + ".pdf";
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = invoices.pdf(invoice.number());
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, "application/pdf", bytes.length);
        });
        Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, "PDF");
        link.setAriaLabel("PDF of invoice " + invoice.number());
        return link;
    }

    /** How far the money has come. */
    public static Chip state(Invoice invoice) {
        return new Chip(Words.text(invoice.state()), switch (invoice.state()) {
            case "PAID" -> Tone.OK;
            case "OVERDUE", "DISPUTED" -> Tone.BAD;
            case "PART_PAID" -> Tone.WARN;
            case "CREDITED" -> Tone.PLAIN;
            default -> Tone.INFO;
        });
    }
}
