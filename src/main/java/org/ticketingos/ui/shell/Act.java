package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Act.Group.ANYWHERE;
import static org.ticketingos.ui.shell.Act.Group.LIST;
import static org.ticketingos.ui.shell.Act.Group.TICKET;
import static org.ticketingos.ui.shell.Act.Group.WORK;
import static org.ticketingos.ui.shell.Act.Group.WRITING;

/** Everything a key can do, with the key that does it unless the user chose another. */
public enum Act {
    FIND(ANYWHERE, "Find", "/"),
    HELP(ANYWHERE, "Show the keys that work here", "?"),
    NEXT_TASK(ANYWHERE, "Next task", "N"),
    GO_INBOX(ANYWHERE, "Go to the inbox", "G I"),
    GO_TICKETS(ANYWHERE, "Go to all tickets", "G T"),
    GO_REVIEW(ANYWHERE, "Go to the review desk", "G R"),
    GO_BOARD(ANYWHERE, "Go to the board", "G B"),
    GO_FINANCE(ANYWHERE, "Go to the invoices", "G F"),
    GO_MODELS(ANYWHERE, "Go to the models", "G M"),
    GO_PORTAL(ANYWHERE, "Go to my requests", "G O"),
    GO_SETTINGS(ANYWHERE, "Go to the settings", "G S"),
    GO_PROFILE(ANYWHERE, "Go to my profile", "G P"),
    CONTENT(ANYWHERE, "Skip to the content", "G C"),
    APPEARANCE(ANYWHERE, "Light or dark", "G D"),
    LOG_OUT(ANYWHERE, "Log out", "Ctrl+Alt+Q"),

    DOWN(LIST, "Next row", "J"),
    UP(LIST, "Row before", "K"),
    OPEN(LIST, "Open the row", "Enter"),
    SELECT(LIST, "Select the row", "X"),
    SELECT_ALL(LIST, "Select all rows", "Shift+X"),
    BULK(LIST, "Act on the selected rows", "B"),
    FILTER(LIST, "Filter the list", "F"),
    VIEWS(LIST, "Choose a saved view", "V"),
    REFRESH(LIST, "Refresh the list", "Shift+R"),

    REPLY(TICKET, "Reply to the client", "R"),
    NOTE(TICKET, "Write an internal note", "I"),
    TAKE(TICKET, "Take the step", "T"),
    HAND_OVER(TICKET, "Hand over to somebody", "H"),
    RELEASE(TICKET, "Give back to the queue", "Shift+T"),
    SKIP(TICKET, "Skip this task, with a reason", "S"),
    SNOOZE(TICKET, "Lay aside", "Z"),
    MERGE(TICKET, "Merge into another ticket", "Shift+M"),
    SPLIT(TICKET, "Split off a new ticket", "Shift+S"),
    LINK(TICKET, "Link to another ticket", "L"),
    WATCH(TICKET, "Follow, or no longer", "W"),
    MACROS(TICKET, "Macros", "M"),
    MORE(TICKET, "Everything else that can be done", "."),
    ZONE_1(TICKET, "To what it is", "1"),
    ZONE_2(TICKET, "To what was said", "2"),
    ZONE_3(TICKET, "To what to do", "3"),

    SEND(WRITING, "Send what is written", "Ctrl+Enter"),
    CANNED(WRITING, "Insert a prepared text", "Alt+C"),
    ATTACH(WRITING, "Attach a file", "Alt+A"),

    COMPLETE(WORK, "Complete the step", "Ctrl+Enter"),
    REJECT(WORK, "Reject the document", "Alt+R"),
    ABSENT(WORK, "It is not on the document", "Alt+0"),
    NEXT_CANDIDATE(WORK, "Next proposed value", "Alt+ArrowDown"),
    CANDIDATE_1(WORK, "Proposed value 1", "Alt+1"),
    CANDIDATE_2(WORK, "Proposed value 2", "Alt+2"),
    CANDIDATE_3(WORK, "Proposed value 3", "Alt+3"),
    CANDIDATE_4(WORK, "Proposed value 4", "Alt+4"),
    CANDIDATE_5(WORK, "Proposed value 5", "Alt+5"),
    CANDIDATE_6(WORK, "Proposed value 6", "Alt+6"),
    CANDIDATE_7(WORK, "Proposed value 7", "Alt+7"),
    CANDIDATE_8(WORK, "Proposed value 8", "Alt+8"),
    CANDIDATE_9(WORK, "Proposed value 9", "Alt+9"),
    REREAD(WORK, "Read this place again", "Alt+X"),
    NEXT_PAGE(WORK, "Next page", "Alt+PageDown"),
    PREVIOUS_PAGE(WORK, "Page before", "Alt+PageUp"),
    NEXT_DOCUMENT(WORK, "Next document", "Alt+Shift+PageDown"),
    PREVIOUS_DOCUMENT(WORK, "Document before", "Alt+Shift+PageUp"),
    ZOOM_IN(WORK, "Larger page", "Alt+Z"),
    ZOOM_OUT(WORK, "Smaller page", "Alt+Shift+Z"),
    FIT_WIDTH(WORK, "Page as wide as its place", "Alt+W"),
    ROTATE(WORK, "Turn the page", "Alt+O"),
    TEXT_VIEW(WORK, "Page as text", "Alt+V"),
    DISCARD_DRAFT(WORK, "Discard my draft", "Alt+Shift+D");

    /** Where an act can be done; two acts that may meet on one screen never share a key. */
    public enum Group {
        ANYWHERE("Anywhere"),
        LIST("In a list"),
        TICKET("On a ticket"),
        WRITING("While writing"),
        WORK("While doing a step");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether both can be in force at once with the cursor in one place. */
        boolean meets(Group other) {
            return this == other
                    || this == ANYWHERE
                    || other == ANYWHERE
                    || this == TICKET && other != LIST
                    || other == TICKET && this != LIST;
        }

        /** Works only with the cursor inside the thing it belongs to, so that one key can serve two boxes. */
        boolean inside() {
            return this == WRITING;
        }

        /** Is done with the hands on the letters, so that its key needs Ctrl or Alt. */
        boolean whileTyping() {
            return this == WRITING || this == WORK;
        }
    }

    private final Group group;
    private final String label;
    private final String keys;

    Act(Group group, String label, String keys) {
        this.group = group;
        this.label = label;
        this.keys = keys;
    }

    public Group group() {
        return group;
    }

    public String label() {
        return label;
    }

    /** What the house sets. */
    Combination usual() {
        return new Combination(keys);
    }

    /** One of a row of digit keys that the first of them explains. */
    boolean isBetweenDigits() {
        return name().startsWith("CANDIDATE_") && this != CANDIDATE_1;
    }

    /** The act that takes the proposed value of this number, from 1 to 9. */
    public static Act candidate(int number) {
        return valueOf("CANDIDATE_" + number);
    }
}
