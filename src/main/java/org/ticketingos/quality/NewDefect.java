package org.ticketingos.quality;

import java.util.UUID;

/**
 * A wrong value as a reviewer or the client reports it.
 *
 * @param field key of the field, or the empty string when the whole item is wrong
 */
public record NewDefect(
        UUID item, String field, String found, String expected, Severity severity, Cause cause, FoundBy foundBy) {}
