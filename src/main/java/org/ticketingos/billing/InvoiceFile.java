package org.ticketingos.billing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.client.Client;
import org.ticketingos.client.Contract;
import org.ticketingos.client.MoneyText;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.document.PdfWriter;
import org.ticketingos.ticket.TicketId;

/** The paper side of an invoice: written as PDF, kept, mailed. */
@Component
class InvoiceFile {

    private final PdfWriter writer;
    private final Documents documents;
    private final Conversation conversation;
    private final Supplier supplier;

    InvoiceFile(PdfWriter writer, Documents documents, Conversation conversation, Supplier supplier) {
        this.writer = writer;
        this.documents = documents;
        this.conversation = conversation;
        this.supplier = supplier;
    }

    UUID store(Invoice invoice, List<InvoiceLine> lines, Client client, Contract contract) {
        byte[] pdf = writer.fromHtml(new InvoicePage(supplier, client, contract, invoice, lines).html());
        String name = "Invoice " + invoice.number().replace('/', '-') + ".pdf";
        return documents.store(client.id(), "invoice:" + invoice.number(), name, "application/pdf", pdf).id();
    }

    void mail(Invoice invoice, Client client, @Nullable TicketId ticket) {
        DocumentRef pdf = documents.find(invoice.document()).orElseThrow();
        String text = """
                Dear Sir or Madam,

                please find attached our invoice %s of %s over %s, due on %s.

                %s
                """.formatted(
                        invoice.number(), invoice.date(), MoneyText.format(invoice.total(), client.locale()),
                        invoice.due(), supplier.name());
        conversation.mail(
                client.id(), ticket,
                new Draft(client.billingMail(), "Invoice " + invoice.number(), text, List.of(pdf), true));
    }

    byte[] bytes(Invoice invoice) {
        return documents.bytes(invoice.document());
    }
}
