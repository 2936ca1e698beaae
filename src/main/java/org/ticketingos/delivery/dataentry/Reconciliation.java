package org.ticketingos.delivery.dataentry;

import org.ticketingos.delivery.DailyReconciliation;
import org.ticketingos.delivery.ReconciliationReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.delivery.ReconciliationReport.Line;
import org.ticketingos.delivery.ReconciliationReport.Part;
import org.ticketingos.delivery.ReconciliationReport.Sum;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Compares, day by day, what a client sent with what the books hold. */
@Component
@Transactional(readOnly = true)
public class Reconciliation implements DailyReconciliation {

    static final String POSTED = "POSTED";
    static final String REJECTED = "REJECTED";
    static final String OPEN = "OPEN";

    private final Clients clients;
    private final WorkItems items;
    private final Tickets tickets;
    private final Postings postings;
    private final Erp erp;
    private final ReconciliationFiles files;

    Reconciliation(
            Clients clients,
            WorkItems items,
            Tickets tickets,
            Postings postings,
            Erp erp,
            ReconciliationFiles files) {
        this.clients = clients;
        this.items = items;
        this.tickets = tickets;
        this.postings = postings;
        this.erp = erp;
        this.files = files;
    }

    /** The documents received on a day of the client's own time zone, as they stand now. */
    @Override
    public ReconciliationReport report(ClientId client, LocalDate day) {
        ZoneId zone = clients.get(client).zone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
        Map<TicketId, Ticket> known = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        Map<String, Sum> sums = new TreeMap<>();
        for (WorkItem item : items.received(client, from, until)) {
            Ticket ticket = known.computeIfAbsent(item.ticket(), tickets::get);
            if (ticket.line() != ServiceLine.DATA_ENTRY) {
                continue;
            }
            List<Erp.Booked> booked = erp.booked(item.id());
            Line line = line(ticket, item, booked);
            lines.add(line);
            differences.addAll(differences(line, booked));
            add(sums, line, booked);
        }
        return new ReconciliationReport(client, day, lines, List.copyOf(sums.values()), differences);
    }

    @Override
    public byte[] csv(ReconciliationReport report) {
        return files.csv(report);
    }

    @Override
    public byte[] pdf(ReconciliationReport report) {
        return files.pdf(report);
    }

    private Line line(Ticket ticket, WorkItem item, List<Erp.Booked> booked) {
        Map<String, String> fields = item.fields();
        Optional<Postings.Posting> posting = postings.find(item.id());
        boolean posted = posting.filter(one -> !one.is(Postings.REJECTED)).isPresent() || !booked.isEmpty();
        String outcome = item.is(WorkItem.REJECTED) && !posted ? REJECTED : posted ? POSTED : OPEN;
        String note = switch (outcome) {
            case REJECTED -> items.reason(item.id()).orElse("").replace('-', ' ');
            case POSTED -> posting.map(Postings.Posting::number).orElse("");
            default -> posting.map(one -> "Refused: " + one.reason()).orElse("Not posted yet");
        };
        return new Line(
                ticket.id(),
                ticket.number().value(),
                item.label(),
                item.type(),
                fields.getOrDefault("vendor", ""),
                fields.getOrDefault("documentNumber", ""),
                fields.containsKey("total") ? fields.getOrDefault("currency", "") : "",
                FieldChecks.amount(fields, "total").orElse(null),
                outcome,
                note);
    }

    /** Missing, double or altered in the books, against what we keyed and posted. */
    private static List<String> differences(Line line, List<Erp.Booked> booked) {
        String which = line.ticket() + ", " + line.document();
        if (!line.outcome().equals(POSTED)) {
            return List.of();
        }
        if (booked.isEmpty()) {
            return List.of(which + ": posted as " + line.note() + ", but missing in the books.");
        }
        List<String> differences = new ArrayList<>();
        if (booked.size() > 1) {
            differences.add(which + ": booked " + booked.size() + " times: "
                    + String.join(", ", booked.stream().map(Erp.Booked::number).toList()) + ".");
        }
        for (Erp.Booked one : booked) {
            if (!same(one.total(), line.total()) || !currency(one).equals(line.currency())) {
                differences.add(which + ": keyed " + line.currency() + " " + line.total() + ", but the books hold "
                        + currency(one) + " " + one.total() + " as " + one.number() + ".");
            }
        }
        return differences;
    }

    private static void add(Map<String, Sum> sums, Line line, List<Erp.Booked> booked) {
        Part one = Part.NONE.plus(1, line.total());
        Sum before = sums.getOrDefault(line.currency(), none(line.currency()));
        Part posted = before.posted();
        if (line.outcome().equals(POSTED)) {
            for (Erp.Booked entry : booked) {
                posted = posted.plus(1, entry.total());
            }
        }
        sums.put(line.currency(), new Sum(
                line.currency(),
                plus(before.received(), one),
                posted,
                line.outcome().equals(REJECTED) ? plus(before.rejected(), one) : before.rejected(),
                line.outcome().equals(OPEN) ? plus(before.open(), one) : before.open()));
    }

    private static Part plus(Part part, Part other) {
        return part.plus(other.count(), other.sum());
    }

    private static Sum none(String currency) {
        return new Sum(currency, Part.NONE, Part.NONE, Part.NONE, Part.NONE);
    }

    private static String currency(Erp.Booked booked) {
        return booked.total() == null || booked.currency() == null ? "" : booked.currency();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
