package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.ticket.Tickets;

/** Holds what was read against what is known: other documents of the client, the order, the calendar. */
@Component
class Plausibility {

    /** Later than this a paper is more often misread than late. */
    private static final int LATE_DAYS = 120;

    private static final int SUSPICIOUS = 25;
    private static final int WORTH_A_LOOK = 70;

    private final KeyedNumbers numbers;
    private final Tickets tickets;

    Plausibility(KeyedNumbers numbers, Tickets tickets) {
        this.numbers = numbers;
        this.tickets = tickets;
    }

    /** The same proposals with what speaks for and against them. */
    Map<String, Proposal> weigh(WorkItem item, Map<String, Proposal> read, LocalDate today) {
        Map<String, Proposal> fields = new LinkedHashMap<>(read);
        duplicate(item, fields);
        order(item, fields);
        dates(fields, today);
        return fields;
    }

    private void duplicate(WorkItem item, Map<String, Proposal> fields) {
        String vendor = KnownVendor.key(value(fields, "vendor"));
        String type = value(fields, "documentType");
        numbers.recorded(item.client(), value(fields, "documentNumber")).stream()
                .filter(other -> !other.id().equals(item.id()) && other.type().equals(type))
                .filter(other -> KnownVendor.key(other.fields().getOrDefault("vendor", "")).equals(vendor))
                .findFirst()
                .ifPresent(other -> fields.computeIfPresent("documentNumber", (name, number) ->
                        number.atMost(SUSPICIOUS, "this number is recorded already on " + ticket(other))));
    }

    private void order(WorkItem item, Map<String, Proposal> fields) {
        Optional<WorkItem> order = numbers.recorded(item.client(), value(fields, "orderNumber")).stream()
                .filter(other -> other.type().equals(DocumentType.PURCHASE_ORDER.code()))
                .findFirst();
        if (order.isEmpty()) {
            return;
        }
        Map<String, String> ordered = order.get().fields();
        fields.computeIfPresent("orderNumber", (name, number) -> number.raised(10, "order found on " + ticket(order.get())));
        String vendor = KnownVendor.key(ordered.getOrDefault("vendor", ""));
        if (!vendor.isEmpty() && !vendor.equals(KnownVendor.key(value(fields, "vendor")))) {
            fields.computeIfPresent("vendor", (name, found) ->
                    found.atMost(WORTH_A_LOOK, "the order went to " + ordered.get("vendor")));
        }
        FieldChecks.amount(ordered, "total").ifPresent(sum -> fields.computeIfPresent("total", (name, total) -> {
            BigDecimal difference = new BigDecimal(total.value()).subtract(sum).abs();
            return difference.signum() == 0
                    ? total.raised(3, "as ordered")
                    : total.atMost(WORTH_A_LOOK, "differs from the order by " + difference.setScale(2).toPlainString());
        }));
    }

    private static void dates(Map<String, Proposal> fields, LocalDate today) {
        Optional<LocalDate> written = FieldChecks.date(value(fields, "documentDate"));
        Optional<LocalDate> due = FieldChecks.date(value(fields, "dueDate"));
        written.ifPresent(day -> fields.computeIfPresent("documentDate", (name, date) -> {
            long age = ChronoUnit.DAYS.between(day, today);
            if (age < -1) {
                return date.atMost(SUSPICIOUS, "in the future");
            }
            return age > LATE_DAYS ? date.atMost(WORTH_A_LOOK, age + " days old") : date;
        }));
        if (written.isPresent() && due.isPresent() && due.get().isBefore(written.get())) {
            fields.computeIfPresent("dueDate", (name, date) -> date.atMost(SUSPICIOUS, "before the document's date"));
        }
    }

    private String ticket(WorkItem item) {
        return tickets.get(item.ticket()).number().value();
    }

    private static String value(Map<String, Proposal> fields, String name) {
        Proposal proposal = fields.get(name);
        return proposal == null ? "" : proposal.value();
    }

    /** Fields that this kind of document needs and that nothing was found for. */
    static List<String> missing(Map<String, Proposal> fields) {
        return FieldChecks.needed(DocumentType.of(value(fields, "documentType")).orElse(DocumentType.INVOICE)).stream()
                .filter(name -> !fields.containsKey(name))
                .toList();
    }
}
