package org.ticketingos.access;

import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * A one-time link to set a password is to be mailed. Lives in memory only: the database knows the link's hash.
 *
 * @param invited a first link, for somebody new; else somebody who shall choose a new password
 * @param language BCP 47 tag; null when the person has not chosen one
 */
public record PasswordLinkMade(
        @Nullable ClientId client,
        String login,
        String name,
        String mail,
        String token,
        boolean invited,
        int validHours,
        @Nullable String language) {}
