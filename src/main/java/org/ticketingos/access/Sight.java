package org.ticketingos.access;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the database is told about who is asking.
 *
 * @param client {@code *}, a client's id, or the empty string for nobody
 * @param requester {@code *}, or log-in name and mail address of the one person whose requests may be seen
 * @param invoices {@code *}, or the empty string for nobody
 * @param apart ids of the clients one of our people is kept apart from, each between line feeds; empty for none
 */
record Sight(String client, String requester, String invoices, String apart) {

    static final String ALL = "*";
    static final Sight EVERYTHING = new Sight(ALL, ALL, ALL, "");
    static final Sight NOTHING = new Sight("", "", "", "");

    static Sight of(CurrentUser user, Set<String> apart) {
        if (user.client() == null) {
            return apart.isEmpty()
                    ? EVERYTHING
                    : new Sight(ALL, ALL, ALL, "\n" + String.join("\n", new TreeSet<>(apart)) + "\n");
        }
        String own = (user.login() + (user.mail().isBlank() ? "" : "\n" + user.mail())).toLowerCase(Locale.ROOT);
        return new Sight(
                user.client().value(),
                user.rights().company() ? ALL : own,
                user.rights().invoices() ? ALL : "",
                "");
    }
}
