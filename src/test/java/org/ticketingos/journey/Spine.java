package org.ticketingos.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One data-entry ticket from request to closed, everybody answering at once. */
public final class Spine {

    private Spine() {}

    public static void run(RunningProduct product, String documentNumber) {
        JsonNode ticket = product.as("client")
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject", "Invoice " + documentNumber + " to be entered",
                                "text", "Please enter the attached vendor invoice into our books.",
                                "serviceLine", "data-entry",
                                "attachments",
                                        List.of(Map.of(
                                                "name", "invoice.pdf",
                                                "mediaType", "application/pdf",
                                                "content",
                                                        Base64.getEncoder()
                                                                .encodeToString(
                                                                        DataEntryJourneyTest.scan(documentNumber))))))
                .body();
        String number = ticket.path("number").asText();
        DataEntryWalk walk = new DataEntryWalk(product::as, number);
        walk.triage();
        walk.key(documentNumber);
        walk.review();
        walk.accept();
        walk.survey();
        product.as("client").ticketWith(number, "CLOSED");
    }
}
