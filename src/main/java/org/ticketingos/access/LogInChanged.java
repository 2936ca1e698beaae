package org.ticketingos.access;

import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * How somebody logs in has changed, or a way in for emergencies was used: the person is told, whoever did it. Lives in
 * memory only.
 *
 * @param what as in {@link UserChanged}
 * @param language BCP 47 tag; null when the person has not chosen one
 */
public record LogInChanged(
        @Nullable ClientId client, String login, String name, String mail, @Nullable String language, String what) {}
