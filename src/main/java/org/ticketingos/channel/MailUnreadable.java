package org.ticketingos.channel;

/** A mail is beyond what is read; the message says why. */
class MailUnreadable extends Exception {

    private final boolean tooLarge;

    MailUnreadable(String sentence, boolean tooLarge) {
        super(sentence);
        this.tooLarge = tooLarge;
    }

    /** The mail may be fine, it is only too large to be opened. */
    boolean tooLarge() {
        return tooLarge;
    }
}
