package org.ticketingos.ticket;

import java.util.Arrays;
import java.util.Optional;

/** How one ticket stands to another, seen from the first. A parent, and what depends on another, closes last. */
public enum Relation {
    CHILD("child", "has the part"),
    PARENT("parent", "is part of"),
    DEPENDS_ON("depends-on", "depends on"),
    NEEDED_BY("needed-by", "is needed by"),
    DUPLICATES("duplicates", "asks the same as"),
    DUPLICATED_BY("duplicated-by", "is asked again by"),
    RELATED("related", "has to do with");

    private final String code;
    private final String label;

    Relation(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /** Between two numbers: T-1 "depends on" T-2. */
    public String label() {
        return label;
    }

    /** The same, seen from the other ticket. */
    public Relation inverse() {
        return switch (this) {
            case CHILD -> PARENT;
            case PARENT -> CHILD;
            case DEPENDS_ON -> NEEDED_BY;
            case NEEDED_BY -> DEPENDS_ON;
            case DUPLICATES -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATES;
            case RELATED -> RELATED;
        };
    }

    /** Whether the first ticket stays open as long as the second one is. */
    public boolean waits() {
        return this == CHILD || this == DEPENDS_ON;
    }

    public static Optional<Relation> of(String code) {
        return Arrays.stream(values()).filter(relation -> relation.code.equals(code)).findFirst();
    }
}
