package org.ticketingos.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * What came in on one day and what became of it: received = posted + rejected + open (LINE-1).
 *
 * @param sums one per currency; documents without an amount have none and stand under the empty currency
 * @param differences what the books hold otherwise than we do, one sentence each; empty when all agrees
 */
public record ReconciliationReport(
        ClientId client, LocalDate day, List<Line> lines, List<Sum> sums, List<String> differences) {

    /** Counts and sums add up in every currency and the books agree. */
    public boolean reconciled() {
        return differences.isEmpty() && sums.stream().allMatch(Sum::addsUp);
    }

    /**
     * One received document.
     *
     * @param outcome POSTED, REJECTED or OPEN
     * @param note the ERP's number, or why it is not there
     */
    public record Line(
            TicketId ticketId,
            String ticket,
            String document,
            String type,
            String vendor,
            String documentNumber,
            String currency,
            @Nullable BigDecimal total,
            String outcome,
            String note) {}

    /**
     * Count and sum in one currency. Received is what was keyed, posted is what the books hold.
     */
    public record Sum(String currency, Part received, Part posted, Part rejected, Part open) {

        public boolean addsUp() {
            return received.count() == posted.count() + rejected.count() + open.count()
                    && received.sum().compareTo(posted.sum().add(rejected.sum()).add(open.sum())) == 0;
        }
    }

    public record Part(int count, BigDecimal sum) {

        public static final Part NONE = new Part(0, BigDecimal.ZERO.setScale(2));

        public Part plus(int documents, @Nullable BigDecimal amount) {
            return new Part(count + documents, amount == null ? sum : sum.add(amount));
        }
    }
}
