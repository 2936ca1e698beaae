package org.ticketingos.api;

/** What was asked for does not exist, or the caller may not know that it does. */
class NotThere extends RuntimeException {

    NotThere(String what) {
        super("There is no such " + what + ".");
    }
}
