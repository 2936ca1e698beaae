package org.ticketingos.channel;

/** Who speaks to whom: the client to us, we to the client, we among ourselves. */
public enum Direction {
    IN,
    OUT,
    NOTE
}
