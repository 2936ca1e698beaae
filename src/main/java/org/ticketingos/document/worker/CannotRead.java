package org.ticketingos.document.worker;

import org.ticketingos.document.ReadStatus;

/** A file or page that is not read, with the status and a sentence for the person who will key it. */
public final class CannotRead extends Exception {

    private final ReadStatus status;

    public CannotRead(ReadStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public ReadStatus status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
