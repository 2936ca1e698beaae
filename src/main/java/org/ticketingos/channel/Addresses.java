package org.ticketingos.channel;

import java.util.ArrayList;
import java.util.List;
import org.ticketingos.ticket.TicketRefused;

/** Mail addresses as people type them. */
final class Addresses {

    private static final int MOST = 20;

    private Addresses() {}

    /** One address, or the empty string for none; refused when there are words but no address. */
    static String one(String typed) {
        String address = MailHeaders.address(typed);
        if (address.isEmpty() && !typed.isBlank()) {
            throw new TicketRefused("\"" + PlainText.line(typed, 80) + "\" is not a mail address.");
        }
        return address;
    }

    /** Those between commas or semicolons, each once. */
    static List<String> several(String typed) {
        List<String> addresses = new ArrayList<>();
        for (String part : typed.split("[,;]")) {
            String address = one(part.strip());
            if (!address.isEmpty() && addresses.stream().noneMatch(address::equalsIgnoreCase)) {
                addresses.add(address);
            }
        }
        if (addresses.size() > MOST) {
            throw new TicketRefused("A message can go to at most " + MOST + " more people.");
        }
        return addresses;
    }
}
