package org.ticketingos.document;

import java.util.UUID;
import org.ticketingos.client.ClientId;

/**
 * Names a stored file.
 *
 * @param about the ticket's id as text, or "invoice:" and the invoice number
 * @param name as the sender called it, cleaned for show
 * @param mediaType decided by the content
 * @param size in bytes
 * @param sha256 of the content, in hex
 */
public record DocumentRef(
        UUID id, ClientId client, String about, String name, String mediaType, long size, String sha256) {}
