package org.ticketingos.api;

/** The call itself is wrong; the message says how, in a sentence for its author. */
class BadInput extends RuntimeException {

    BadInput(String sentence) {
        super(sentence);
    }
}
