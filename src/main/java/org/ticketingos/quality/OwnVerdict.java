package org.ticketingos.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketNumber;

/**
 * What a review said about one's own work, without the reviewer's name.
 *
 * @param errors wrong units as they stand, after an appeal if there was one
 * @param disputableUntil null when there is nothing to dispute, it is too late, or it was disputed
 */
public record OwnVerdict(
        Review review,
        TicketNumber number,
        String subject,
        int errors,
        ScoreFormula.@Nullable Score score,
        List<Defect> defects,
        List<Scores.Answer> answers,
        Optional<Appeal> appeal,
        @Nullable Instant disputableUntil) {

    public boolean passed() {
        return errors == 0;
    }
}
