package org.ticketingos.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Tickets;

/** Ties a delivery report to the message of ours it is about and marks that one as failed. */
@Component
class Bounces {

    static final String CAME_BACK = "The mail server reports that it could not be delivered";

    private final Messages messages;
    private final Tickets tickets;
    private final Desk desk;
    private final Clock clock;

    Bounces(Messages messages, Tickets tickets, Desk desk, Clock clock) {
        this.messages = messages;
        this.tickets = tickets;
        this.desk = desk;
        this.clock = clock;
    }

    Receipt take(InboundMessage report, ClientId client, Optional<Match> match, String reason) {
        String action = report.header(MailParser.DELIVERY_ACTION);
        boolean failed = action.isEmpty() || action.equals("failed");
        if (failed) {
            String status = report.header(MailParser.DELIVERY_STATUS);
            String sentence = CAME_BACK
                    + (status.isEmpty() ? "" : " (" + status + ")");
            for (Messages.Known message : messages.failed(mailIds(report), sentence)) {
                if (message.ticket() != null) {
                    tickets.record(new DeliveryBounced(message.ticket(), message.id(), clock.instant()));
                }
            }
        }
        return desk.keepAutomatic(report, client, match, reason);
    }

    /** Named in the report's fields, or in the copy of our mail that older servers paste into the text. */
    private static List<String> mailIds(InboundMessage report) {
        List<String> ids = new ArrayList<>(report.references());
        DeliveryReport pasted = new DeliveryReport();
        pasted.original(report.text());
        ids.addAll(pasted.originals());
        return ids;
    }
}
