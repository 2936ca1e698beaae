package org.ticketingos.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * Somebody's account was made or changed; the audit remembers it.
 *
 * @param client whose person it is; null for our own staff
 * @param by log-in name of who did it
 * @param what past tense: {@code user-invited}, {@code user-rights-changed}, {@code user-switched-off}, ...
 * @param facts what it is now, never a password or a link
 */
public record UserChanged(@Nullable ClientId client, String by, String login, String what, Map<String, String> facts) {}
