package org.ticketingos.delivery.dataentry;

import java.util.Map;
import org.ticketingos.ticket.Steps;
import org.ticketingos.ticket.TicketId;

/** The system steps of data-entry.bpmn. */
@Steps("dataEntry")
public class DataEntrySteps {

    private final PaperReading papers;
    private final Keying keying;
    private final Postings postings;
    private final Repairs repairs;

    DataEntrySteps(PaperReading papers, Keying keying, Postings postings, Repairs repairs) {
        this.papers = papers;
        this.keying = keying;
        this.postings = postings;
        this.repairs = repairs;
    }

    public void requestReading(String ticketId) {
        papers.request(TicketId.of(ticketId));
    }

    /** "Paper to be read?" */
    public boolean readingNeeded(String ticketId) {
        return papers.readingNeeded(TicketId.of(ticketId));
    }

    /** "Another document?" */
    public boolean nextItem(String ticketId) {
        return keying.next(TicketId.of(ticketId)).isPresent();
    }

    /** RECORDED or REJECTED. */
    public String record(String ticketId, Map<String, Object> form) {
        return keying.record(TicketId.of(ticketId), form);
    }

    /** "Complete and consistent?" */
    public boolean accurate(String ticketId) {
        return keying.accurate(TicketId.of(ticketId));
    }

    /** POSTED or REJECTED. */
    public String post(String ticketId) {
        return postings.post(TicketId.of(ticketId));
    }

    public void repair(String ticketId, Map<String, Object> form) {
        repairs.repair(TicketId.of(ticketId), form);
    }
}
