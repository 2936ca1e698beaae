package org.ticketingos.channel;

import java.util.List;
import org.ticketingos.ticket.TicketRefused;

/** A reply was stopped because something was said that its writer had not seen. */
public class SaidMeanwhile extends TicketRefused {

    private final transient List<Message> messages;

    SaidMeanwhile(List<Message> messages) {
        super(messages.size() == 1
                ? "Not sent: there is a new message since you opened it. Your text is kept."
                : "Not sent: there are " + messages.size() + " new messages since you opened it. Your text is kept.");
        this.messages = messages;
    }

    /** What was said, oldest first. */
    public List<Message> messages() {
        return messages;
    }
}
