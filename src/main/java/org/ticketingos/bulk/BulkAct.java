package org.ticketingos.bulk;

/** What can be done to many steps at once. */
public enum BulkAct {
    TAKE("Take", true),
    RELEASE("Give back to the queue", true),
    HAND_OVER("Hand over", true),
    PRIORITY("Change the priority", true),
    COMPLETE("Complete with one form", false),
    NOTE("Add an internal note", false),
    WITHDRAW("Withdraw the requests", false);

    private final String label;
    private final boolean undoable;

    BulkAct(String label, boolean undoable) {
        this.label = label;
        this.undoable = undoable;
    }

    public String label() {
        return label;
    }

    public boolean isUndoable() {
        return undoable;
    }
}
