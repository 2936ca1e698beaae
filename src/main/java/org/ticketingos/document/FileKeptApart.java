package org.ticketingos.document;

import java.util.UUID;
import org.ticketingos.client.ClientId;

/**
 * The virus scanner has found something in a file; told inside the transaction that notes it.
 *
 * @param finding the signature's name
 */
public record FileKeptApart(UUID documentId, ClientId client, String about, String name, String finding) {}
