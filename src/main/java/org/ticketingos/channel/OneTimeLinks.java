package org.ticketingos.channel;

import java.util.regex.Pattern;

/** Links that decide in their reader's name belong in the mail they were sent with, and nowhere else. */
final class OneTimeLinks {

    private static final Pattern LINK = Pattern.compile("(/(?:sign-off|survey|password)/)[0-9A-Za-z_-]{16,}");

    private OneTimeLinks() {}

    /** The words of a message as a conversation shows them: whoever reads along cannot follow such a link. */
    static String hidden(String text) {
        return LINK.matcher(text).replaceAll("$1…");
    }
}
