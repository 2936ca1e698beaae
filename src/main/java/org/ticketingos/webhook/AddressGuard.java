package org.ticketingos.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.TicketRefused;

/** Keeps webhooks from being aimed behind our own walls; asked for the very address that is connected to. */
@Component
class AddressGuard {

    /** Not for the open internet (RFC 6890): own host, shared, benchmarking, documentation, reserved. */
    private static final List<String> SPECIAL = List.of(
            "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "240.0.0.0/4");
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private final WebhookSettings settings;

    AddressGuard(WebhookSettings settings) {
        this.settings = settings;
    }

    /** The address as it may be called, or the reason why not. */
    URI check(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new TicketRefused("\"" + url.strip() + "\" is not a web address.");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http") && settings.loopback();
        if (uri.getHost() == null || !scheme.equals("https") && !plain) {
            throw new TicketRefused("The address must begin with https:// and name a computer.");
        }
        if (uri.getUserInfo() != null || uri.getFragment() != null || url.length() > 2_000) {
            throw new TicketRefused("The address must carry no password and no #, and have at most 2,000 characters.");
        }
        return uri;
    }

    /** One of the addresses of the host that may be called. */
    InetAddress open(URI uri) throws UnknownHostException, Closed {
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress address : all) {
            if (!open(address, uri.getScheme().equalsIgnoreCase("http"))) {
                throw new Closed(host);
            }
        }
        return all[0];
    }

    private boolean open(InetAddress address, boolean plain) {
        if (address.isLoopbackAddress()) {
            return settings.loopback();
        }
        return !plain && !address.isAnyLocalAddress() && !address.isLinkLocalAddress() && !address.isMulticastAddress()
                && !special(address) && (settings.privateAddresses() || !isPrivate(address));
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress() || (address instanceof Inet4Address
                ? PRIVATE.stream().anyMatch(range -> within(address, range))
                : (address.getAddress()[0] & 0xfe) == 0xfc);
    }

    /** Of version 6 only global unicast (2000::/3) without the ranges that hold an address of version 4 (RFC 4291). */
    private static boolean special(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL.stream().anyMatch(range -> within(address, range));
        }
        boolean unique = (bytes[0] & 0xfe) == 0xfc;
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean carries = bytes[0] == 0x20 && bytes[1] == 0x02
                || bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return !unique && !global || carries;
    }

    private static boolean within(InetAddress address, String range) {
        String[] parts = range.split("/");
        int length = Integer.parseInt(parts[1]);
        String[] numbers = parts[0].split("\\.");
        int network = 0;
        for (String number : numbers) {
            network = network << 8 | Integer.parseInt(number);
        }
        int value = 0;
        for (byte one : address.getAddress()) {
            value = value << 8 | one & 0xff;
        }
        return (value ^ network) >>> 32 - length == 0;
    }

    /** The host has an address that is not for webhooks. */
    static final class Closed extends Exception {

        private static final long serialVersionUID = 1L;

        Closed(String host) {
            super(host + " lies in a network webhooks may not reach.");
        }
    }
}
