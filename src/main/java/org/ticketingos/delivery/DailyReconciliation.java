package org.ticketingos.delivery;

import java.time.LocalDate;
import org.ticketingos.client.ClientId;

/** The daily proof that nothing fell between receiving a document and posting it (LINE-1). */
public interface DailyReconciliation {

    /** What came in on a day of the client's own zone. */
    ReconciliationReport report(ClientId client, LocalDate day);

    byte[] csv(ReconciliationReport report);

    byte[] pdf(ReconciliationReport report);
}
