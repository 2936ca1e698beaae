package org.ticketingos.document;

/** Whether a file was checked for viruses; OFF: nobody asked for it. */
public enum ScanState {
    OFF,
    WAITING,
    CLEAN,
    INFECTED;

    /** May be shown, read and sent on. */
    public boolean isFree() {
        return this == OFF || this == CLEAN;
    }
}
