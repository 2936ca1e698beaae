package org.ticketingos.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** The form of the second look: the same work as the first reviewer saw, without a word of what the first one found. */
@Component
class SecondReviewForm implements FormFiller {

    private final ReviewForm first;
    private final Reviews reviews;

    SecondReviewForm(ReviewForm first, Reviews reviews) {
        this.first = first;
        this.reviews = reviews;
    }

    @Override
    public String form() {
        return "quality-second-review";
    }

    @Override
    public Content fill(TicketId ticket) {
        return first.fill(ticket);
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        Map<String, String> findings = new LinkedHashMap<>(first.check(ticket, form));
        CurrentUser.find().flatMap(who -> refuses(ticket, who.login()))
                .ifPresent(why -> findings.put(ReviewForm.LIST, why));
        return findings;
    }

    @Override
    public Optional<String> refuses(TicketId ticket, String login) {
        return reviews.of(ticket).stream().anyMatch(review -> review.reviewer().equals(login))
                ? Optional.of("You took the first look yourself; somebody else must take the second.")
                : first.refuses(ticket, login);
    }
}
