package org.ticketingos.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ticketingos.workflow.Condition.Op;

/** What a view can ask of an open step: a closed list, each with its column and the ways to compare it. */
public enum InboxField {
    QUEUE("Queue", "i.queue", Kind.CHOICE),
    LINE("Service line", "i.line", Kind.CHOICE),
    CLIENT("Client", "i.client_id", Kind.CHOICE),
    STAGE("Stage", "i.stage", Kind.CHOICE),
    STATUS("Status", "i.status", Kind.CHOICE),
    PRIORITY("Priority", "i.priority", Kind.CHOICE),
    CATEGORY("Category", "i.category", Kind.CHOICE),
    STEP("Step", "i.step", Kind.CHOICE),
    OWNER("Owner", "i.owner", Kind.CHOICE),
    HOLDER("With", "i.assignee", Kind.CHOICE),
    CHANNEL("Came by", "i.channel", Kind.CHOICE),
    MOOD("Tone", "i.mood", Kind.CHOICE),
    REQUESTER("Requester", "i.requester", Kind.TEXT),
    SUBJECT("Subject", "i.subject", Kind.TEXT),
    DUE("Due", "i.due_at", Kind.MOMENT),
    RECEIVED("Received", "i.received_at", Kind.PAST),
    WAITING("Waits", "i.created_at", Kind.SPAN);

    private final String label;
    private final String column;
    private final Kind kind;

    InboxField(String label, String column, Kind kind) {
        this.label = label;
        this.column = column;
        this.kind = kind;
    }

    /** What can be compared how. */
    public enum Kind {
        CHOICE(List.of(Op.IS, Op.IS_NOT, Op.EMPTY)),
        TEXT(List.of(Op.CONTAINS, Op.IS, Op.IS_NOT, Op.EMPTY)),
        MOMENT(List.of(Op.WITHIN, Op.BEFORE, Op.SINCE, Op.EMPTY)),
        PAST(List.of(Op.BEFORE, Op.SINCE, Op.LONGER_THAN, Op.SHORTER_THAN)),
        SPAN(List.of(Op.LONGER_THAN, Op.SHORTER_THAN)),
        WORK(List.of(Op.CONTAINS, Op.IS, Op.IS_NOT, Op.MORE_THAN, Op.LESS_THAN, Op.EMPTY));

        private final List<Op> ops;

        Kind(List<Op> ops) {
            this.ops = ops;
        }

        public List<Op> ops() {
            return ops;
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    String column() {
        return column;
    }

    public static Optional<InboxField> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code().equals(code)).findFirst();
    }
}
