package org.ticketingos.triage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.TicketId;

/**
 * What the classifier thought of a ticket, why, and what was decided.
 *
 * @param line code of the proposed line; {@code none} when nothing can be said
 * @param confidence 0 to 100
 * @param probabilities of all categories, 0 to 1
 * @param nearest the closest known sentences, with closeness 0 to 100
 * @param terms the words that spoke most for the category
 * @param priorityReasons what raised the priority; empty when nothing did
 * @param askedFor whoever raised the ticket named the line
 * @param path AUTO or PERSON; null until decided
 */
public record Classification(
        TicketId ticket,
        String line,
        String category,
        int confidence,
        double known,
        Map<String, Double> probabilities,
        Map<String, Integer> nearest,
        List<String> terms,
        String mood,
        Priority priority,
        List<String> priorityReasons,
        boolean askedFor,
        String modelVersion,
        String modelHash,
        String textHash,
        Instant madeAt,
        @Nullable String path,
        @Nullable String decidedBy) {}
