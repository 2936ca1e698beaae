package org.ticketingos.quality;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * The lottery of one client, line and month with its population, complete enough for an outsider to repeat it.
 *
 * @param keyHash SHA-256 of the key, published with the first ticket
 * @param key the key in hexadecimal digits; null until the month is over, so that nobody can predict a draw
 * @param populationHash SHA-256 of the sorted ticket ids
 * @param rateAsked average rate the decision table asked for, in percent
 */
public record Frame(
        UUID id,
        ClientId client,
        String line,
        YearMonth month,
        String keyHash,
        @Nullable String key,
        String populationHash,
        int rateAsked,
        List<Unit> units) {

    /** One ticket of the population: its draw, the rate that held for it, and the outcome. */
    public record Unit(TicketId ticket, String draw, int ratePercent, boolean sampled) {}
}
