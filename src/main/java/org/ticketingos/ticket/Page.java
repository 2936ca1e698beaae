package org.ticketingos.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param next cursor of the following page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {}
