package org.ticketingos.client;

/** Names a client for ever: a short lower-case word such as {@code acme}. It is also the client's tenant id. */
public record ClientId(String value) {

    /** Owner of what nobody could be found for yet: mail from unknown senders. No client user ever sees it. */
    public static final ClientId HOUSE = new ClientId("house");

    public ClientId {
        if (!value.matches("[a-z][a-z0-9-]{1,31}")) {
            throw new IllegalArgumentException("not a client id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
