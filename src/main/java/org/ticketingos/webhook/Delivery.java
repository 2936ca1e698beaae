package org.ticketingos.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * One event on its way to one receiver.
 *
 * @param seq order of deliveries; the cursor of their list
 * @param ticket number of the ticket; null for a test
 * @param state QUEUED, DELIVERED or PARKED
 * @param nextAttemptAt when it is tried again; null unless it is queued
 * @param status the receiver's answer to the last attempt; null when it gave none
 * @param answer what came of the last attempt, in one sentence; empty before the first
 */
public record Delivery(
        long seq,
        UUID id,
        UUID webhook,
        ClientId client,
        @Nullable String ticket,
        String kind,
        Instant at,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant answeredAt,
        @Nullable Integer status,
        String answer) {}
