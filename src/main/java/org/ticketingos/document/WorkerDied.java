package org.ticketingos.document;

/** The worker process ended in the middle of a request. */
final class WorkerDied extends Exception {

    private final boolean late;

    WorkerDied(String message, boolean late, Throwable cause) {
        super(message, cause);
        this.late = late;
    }

    /** Whether it was killed because its time was up. */
    boolean late() {
        return late;
    }
}
