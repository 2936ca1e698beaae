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
 * @param finding the signature's name of what is {@link ScanState#INFECTED}, or why a check came to nothing
 */
public record DocumentRef(
        UUID id,
        ClientId client,
        String about,
        String name,
        String mediaType,
        long size,
        String sha256,
        ScanState scan,
        String finding) {

    /** One nobody has asked to be checked. */
    public DocumentRef(
            UUID id, ClientId client, String about, String name, String mediaType, long size, String sha256) {
        this(id, client, about, name, mediaType, size, sha256, ScanState.OFF, "");
    }
}
