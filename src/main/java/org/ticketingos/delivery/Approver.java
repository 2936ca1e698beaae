package org.ticketingos.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs off for a client.
 *
 * @param mail where the signed link goes
 * @param login log-in name of one of the client's own people; null for somebody who only gets links
 */
public record Approver(String name, String mail, @Nullable String login) {}
