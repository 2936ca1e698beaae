package org.ticketingos.workflow;

import java.util.Map;
import org.ticketingos.ticket.TicketRefused;

/** What was typed cannot be taken; a sentence for each field that is to blame. */
public class FormRefused extends TicketRefused {

    private final transient Map<String, String> findings;

    public FormRefused(Map<String, String> findings) {
        super(findings.size() == 1 ? "One field needs attention." : findings.size() + " fields need attention.");
        this.findings = Map.copyOf(findings);
    }

    /** By field key; in a list {@code items[2].value}. */
    public Map<String, String> findings() {
        return findings;
    }
}
