package org.ticketingos.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request sent by a program.
 *
 * @param client needed from our staff; a client's own log-in may leave it out and cannot name another
 * @param from mail address answers go to; without one they stay in the conversation
 * @param serviceLine for example {@code data-entry}; without one triage decides
 * @param attachments files, their content in Base64
 */
record NewTicketJson(
        @Nullable String client,
        @NotBlank @Size(max = 300) String subject,
        @Nullable @Size(max = 100_000) String text,
        @Nullable @Size(max = 254) String from,
        @Nullable String serviceLine,
        @Nullable String priority,
        @Nullable @Size(max = 50) List<@NotNull @Valid File> attachments) {

    /** A file. */
    record File(
            @NotBlank @Size(max = 255) String name,
            @Nullable @Size(max = 100) String mediaType,
            @NotNull String content) {}
}
