package org.ticketingos.access;

import java.util.Locale;

/**
 * What the database is told about who is asking.
 *
 * @param client {@code *}, a client's id, or the empty string for nobody
 * @param requester {@code *}, or log-in name and mail address of the one person whose requests may be seen
 * @param invoices {@code *}, or the empty string for nobody
 */
record Sight(String client, String requester, String invoices) {

    static final String ALL = "*";
    static final Sight EVERYTHING = new Sight(ALL, ALL, ALL);
    static final Sight NOTHING = new Sight("", "", "");

    static Sight of(CurrentUser user) {
        if (user.client() == null) {
            return EVERYTHING;
        }
        String own = (user.login() + (user.mail().isBlank() ? "" : "\n" + user.mail())).toLowerCase(Locale.ROOT);
        return new Sight(
                user.client().value(),
                user.rights().company() ? ALL : own,
                user.rights().invoices() ? ALL : "");
    }
}
