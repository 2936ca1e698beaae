package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.billing.UsageEvents.Kept;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Counts what may be billed: every accepted unit once, and back when it is accepted no longer. */
@Service
@Transactional
public class Meter {

    private final UsageEvents events;
    private final Tickets tickets;
    private final Clock clock;

    Meter(UsageEvents events, Tickets tickets, Clock clock) {
        this.events = events;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Keeps a usage; the same again changes nothing, another content under the same name is refused. */
    public Metered record(Usage usage) {
        if (events.insert(usage, null)) {
            return Metered.ONCE;
        }
        Kept kept = events.find(usage.client(), usage.source(), usage.externalId()).orElseThrow();
        if (kept.sha256().equals(usage.sha256())) {
            return Metered.KNOWN;
        }
        TicketId ticket = usage.ticket() == null ? kept.usage().ticket() : usage.ticket();
        if (ticket != null) {
            tickets.record(new UsageRefused(
                    ticket, usage.source(), usage.externalId(), kept.usage().quantity(), kept.sha256(),
                    usage.quantity(), usage.sha256(), clock.instant()));
        }
        return Metered.REFUSED;
    }

    /** Makes what is metered for a ticket equal to what is accepted: adds what is new, takes back what is gone. */
    void agree(TicketId ticket, List<Usage> accepted) {
        Map<String, Kept> counting = new LinkedHashMap<>();
        events.of(ticket).stream()
                .filter(Kept::counts)
                .forEach(kept -> counting.put(name(kept.usage()), kept));
        BigDecimal change = BigDecimal.ZERO;
        String unit = counting.values().stream().map(kept -> kept.usage().unit()).findFirst().orElse("");
        for (Usage usage : accepted) {
            unit = usage.unit();
            if (counting.remove(name(usage)) == null) {
                addAgain(usage);
                change = change.add(usage.quantity());
            }
        }
        change = change.subtract(takeBack(counting.values(), "no longer accepted"));
        if (change.signum() != 0) {
            tickets.record(new UsageMetered(ticket, change.stripTrailingZeros(), unit, clock.instant()));
        }
    }

    /** Takes everything back that counts for a ticket. */
    void cancel(TicketId ticket, String reason) {
        List<Kept> counting = events.of(ticket).stream().filter(Kept::counts).toList();
        BigDecimal back = takeBack(counting, reason);
        if (back.signum() != 0) {
            String unit = counting.get(0).usage().unit();
            tickets.record(new UsageMetered(ticket, back.negate().stripTrailingZeros(), unit, clock.instant()));
        }
    }

    /** Units of a ticket that count. */
    BigDecimal units(TicketId ticket) {
        return events.of(ticket).stream()
                .filter(Kept::counts)
                .map(kept -> kept.usage().quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A unit that was taken back and is accepted again is metered under its name with the next round behind it. */
    private void addAgain(Usage usage) {
        Usage named = usage;
        for (int round = 2; !events.insert(named, null); round++) {
            named = renamed(usage, usage.externalId() + "#" + round, usage.quantity(), usage.reason());
        }
    }

    /** On the day of the original, so that its month is priced again. */
    private BigDecimal takeBack(Collection<Kept> gone, String reason) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Kept kept : gone) {
            Usage was = kept.usage();
            events.insert(
                    renamed(was, was.externalId() + "/taken-back", was.quantity().negate(), reason), kept.id());
            sum = sum.add(was.quantity());
        }
        return sum;
    }

    private static Usage renamed(Usage usage, String externalId, BigDecimal quantity, String reason) {
        return new Usage(
                usage.client(), usage.contractId(), usage.ticket(), usage.source(), externalId, usage.unit(), quantity,
                usage.agent(), usage.day(), reason);
    }

    private static String name(Usage usage) {
        return usage.source() + " " + usage.externalId().replaceFirst("#\\d+$", "");
    }
}
