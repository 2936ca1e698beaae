package org.ticketingos.client;

/**
 * How a client's people see the portal, and how our mails to them are signed.
 *
 * @param name as it stands on top of the portal
 * @param logo a PNG we have drawn anew; empty where there is none
 */
public record Brand(ClientId client, String name, Colour colour, byte[] logo) {

    public boolean hasLogo() {
        return logo.length > 0;
    }
}
