package org.ticketingos.delivery;

import java.util.UUID;

/**
 * What the client said about one delivered item.
 *
 * @param verdict {@code ok} or {@code wrong}
 * @param reason empty for what is in order
 */
public record ItemVerdict(UUID item, String verdict, String reason) {

    public boolean isWrong() {
        return verdict.equals("wrong");
    }
}
