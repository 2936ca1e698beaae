package org.ticketingos.audit;

import java.time.Instant;
import org.ticketingos.client.ClientId;

/**
 * A signed root over the first entries of a client's chain, in the tree of RFC 6962 whose leaves are the entries'
 * hashes. Kept outside the database too, it proves that nothing before it was rewritten or cut off.
 *
 * @param root in hex
 * @param keyId first 16 hex digits of the SHA-256 of the public key
 * @param signature Ed25519, in hex, over {@link #statement()}
 */
public record Checkpoint(ClientId client, long size, String root, Instant at, String keyId, String signature) {

    /** What is signed. */
    public String statement() {
        return "ticketingos-audit-checkpoint\n%s\n%d\n%s\n%s\n%s\n".formatted(client, size, root, at, keyId);
    }

    /** One line of the copy outside. */
    String line() {
        return String.join("\t", client.value(), Long.toString(size), root, at.toString(), keyId, signature);
    }

    static Checkpoint parse(String line) {
        String[] parts = line.split("\t");
        if (parts.length != 6) {
            throw new IllegalArgumentException("not a checkpoint: " + line);
        }
        return new Checkpoint(
                new ClientId(parts[0]), Long.parseLong(parts[1]), parts[2], Instant.parse(parts[3]), parts[4], parts[5]);
    }
}
