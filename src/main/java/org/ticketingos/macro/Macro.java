package org.ticketingos.macro;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.channel.Composed;
import org.ticketingos.ticket.Priority;

/**
 * Several changes in one click.
 *
 * @param kind whether its text is a reply or a note; null: it says nothing
 * @param body with blanks such as {@code {{ticket.number}}}
 * @param handTo log-in name of who gets the ticket; null: it stays
 * @param form the step it completes, by its form; null: none
 * @param answers what it fills into that form
 */
public record Macro(
        UUID id,
        Fits fits,
        String title,
        Composed.@Nullable Kind kind,
        String body,
        @Nullable Priority priority,
        @Nullable String handTo,
        @Nullable String form,
        Map<String, Object> answers,
        boolean archived) {}
