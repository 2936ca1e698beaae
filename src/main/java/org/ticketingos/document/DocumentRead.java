package org.ticketingos.document;

import java.util.UUID;
import org.ticketingos.client.ClientId;

/** A document asked for has been read, or could not be; told inside the transaction that stores the outcome. */
public record DocumentRead(UUID documentId, ClientId client, String about, ReadStatus status, String reason) {}
