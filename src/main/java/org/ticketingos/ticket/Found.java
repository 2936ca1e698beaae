package org.ticketingos.ticket;

/**
 * Where a ticket was found.
 *
 * @param place {@code Message}, {@code Attachment}, {@code Field}, in words for people
 * @param snippet some words around, those that were asked for between {@link #ON} and {@link #OFF}
 */
public record Found(String place, String snippet) {

    /** Begins a word that was asked for: a character no text of people contains. */
    public static final String ON = "\u0001";

    /** Ends it. */
    public static final String OFF = "\u0002";

    /** How the database is told to mark and cut, see {@code ts_headline}. */
    public static final String HEADLINE =
            "StartSel=\"" + ON + "\", StopSel=\"" + OFF + "\", MaxFragments=1, MaxWords=10, MinWords=4";
}
