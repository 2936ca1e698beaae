package org.ticketingos.ui.review;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.quality.ReviewQueue;
import org.ticketingos.quality.ReviewQueue.Offer;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.Inbox;

/** Takes the next sample in a reviewer's order of chance. */
@Component
class NextReview {

    /** So many colleagues may be faster before we give up. */
    private static final int TRIES = 10;

    private final ReviewQueue queue;
    private final Inbox inbox;

    NextReview(ReviewQueue queue, Inbox inbox) {
        this.queue = queue;
        this.inbox = inbox;
    }

    Optional<TicketNumber> take(CurrentUser who, String shuffle, @Nullable String line) {
        for (Offer offer : queue.page(who, shuffle, line, null, TRIES).items()) {
            try {
                inbox.claim(offer.taskId(), who);
                return Optional.of(offer.number());
            } catch (TicketRefused taken) {
                // a colleague was faster: the next one
            }
        }
        return Optional.empty();
    }
}
