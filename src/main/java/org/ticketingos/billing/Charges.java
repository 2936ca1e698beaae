package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.billing.UsageEvents.Kept;
import org.ticketingos.client.Contract;
import org.ticketingos.client.Money;
import org.ticketingos.client.PricingModel;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Prices usage and keeps what it comes to. What was charged before is never changed: the difference is charged. */
@Service
@Transactional
public class Charges {

    private final ChargeBook book;
    private final PayoutBook payouts;
    private final UsageEvents usage;
    private final GatheringInvoices gathering;
    private final WorkCalendars calendars;
    private final Tickets tickets;
    private final Clock clock;

    Charges(
            ChargeBook book,
            PayoutBook payouts,
            UsageEvents usage,
            GatheringInvoices gathering,
            WorkCalendars calendars,
            Tickets tickets,
            Clock clock) {
        this.book = book;
        this.payouts = payouts;
        this.usage = usage;
        this.gathering = gathering;
        this.calendars = calendars;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** What a ticket was charged, oldest first. */
    @Transactional(readOnly = true)
    public List<Charge> of(TicketId ticket) {
        return book.of(ticket);
    }

    /** Charges a ticket at the rate the table chose; a model that is priced by the month waits for its month. */
    void charge(Ticket ticket, Contract contract, String rateId, LocalDate today) {
        Terms terms = new Terms(contract);
        if (!terms.chargesTickets()) {
            contract.rate(rateId);
            return;
        }
        List<Kept> all = usage.of(ticket.id());
        List<Kept> counting = all.stream().filter(Kept::counts).toList();
        List<Integer> minutes = contract.model() == PricingModel.HOURLY
                ? counting.stream().map(kept -> kept.usage().quantity().intValueExact()).toList()
                : List.of();
        Account account = new Account(contract, ticket.id(), rateId, YearMonth.from(today));
        settle(account, terms.ticket(rateId, quantity(counting), minutes), all);
    }

    /** Charges a month of a contract that is priced by the month, and earlier months that usage still came to. */
    void chargeMonths(Contract contract, YearMonth month) {
        Terms terms = new Terms(contract);
        boolean inForce = contract.from().isBefore(month.plusMonths(1).atDay(1))
                && (contract.until() == null || contract.until().isAfter(month.atDay(1)));
        if (terms.chargesTickets()) {
            if (inForce) {
                topUp(terms, month);
            }
            return;
        }
        usage.unbilledMonths(contract.id()).stream()
                .filter(earlier -> earlier.isBefore(month) && !book.of(contract.id(), earlier).isEmpty())
                .forEach(earlier -> chargeMonth(terms, earlier));
        if (inForce) {
            chargeMonth(terms, month);
        }
    }

    private void chargeMonth(Terms terms, YearMonth month) {
        List<Kept> all = usage.of(terms.contract().id(), month);
        LocalDate first = month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        int days = days(terms.contract(), first, end);
        int covered = days(terms.contract(), later(first, terms.contract().from()), earlier(end, terms.contract()));
        Account account = new Account(terms.contract(), null, terms.contract().model().name(), month);
        settle(account, terms.month(month, all, days, covered), all);
    }

    private void topUp(Terms terms, YearMonth month) {
        BigDecimal billed = book.of(terms.contract().id(), month).stream()
                .filter(charge -> !charge.rateId().equals("minimum"))
                .map(charge -> charge.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        terms.topUp(billed)
                .ifPresent(line -> settle(
                        new Account(terms.contract(), null, "minimum", month), List.of(line), List.of()));
    }

    private void settle(Account account, List<Priced> lines, List<Kept> all) {
        List<Charge> earlier = book.of(account);
        List<UUID> fresh = book.notCharged(all.stream().map(Kept::id).toList());
        List<Priced> due = earlier.isEmpty() ? lines : Correction.of(lines, earlier, fresh.isEmpty());
        if (due.isEmpty()) {
            return;
        }
        UUID invoice = gathering.open(account.contract(), account.period());
        int revision = earlier.stream().mapToInt(Charge::revision).max().orElse(0) + 1;
        String hash = Usage.sha256(all.stream().map(kept -> kept.id().toString()).sorted().toList());
        Money sum = earlier.stream()
                .map(Charge::amount)
                .reduce(Money.zero(account.contract().currency()), Money::plus);
        List<Charge> written = new ArrayList<>();
        for (Priced line : due) {
            Charge charge = book.write(account, line, invoice, revision, written.size() + 1, hash);
            payouts.share(account, charge, sum, byAgent(all));
            sum = sum.plus(charge.amount());
            written.add(charge);
        }
        book.uses(written.get(0), fresh);
        say(account, written);
    }

    private void say(Account account, List<Charge> written) {
        TicketId ticket = account.ticket();
        if (ticket == null) {
            return;
        }
        for (Charge charge : written) {
            tickets.record(new ChargeWritten(
                    ticket, charge.rateId(), charge.quantity().stripTrailingZeros(), charge.unit(),
                    charge.amount().amount(), charge.amount().currency().getCurrencyCode(), clock.instant()));
        }
    }

    /** Days of a span that the contract's basis counts: by the calendar, or working days only. */
    private int days(Contract contract, LocalDate from, LocalDate until) {
        if (!new Terms(contract).countsWorkingDays()) {
            return (int) Math.max(0, ChronoUnit.DAYS.between(from, until));
        }
        var hours = calendars.get(contract.calendar());
        return (int) from.datesUntil(later(from, until))
                .filter(day -> !hours.open(
                                day.atStartOfDay(hours.zone()).toInstant(),
                                day.plusDays(1).atStartOfDay(hours.zone()).toInstant())
                        .isEmpty())
                .count();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate end, Contract contract) {
        return contract.until() != null && contract.until().isBefore(end) ? contract.until() : end;
    }

    private static BigDecimal quantity(List<Kept> counting) {
        return counting.stream().map(kept -> kept.usage().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static SortedMap<String, BigDecimal> byAgent(List<Kept> all) {
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        for (Kept kept : all) {
            if (kept.counts() && !kept.usage().unit().equals("absent-day")) {
                String agent = kept.usage().agent();
                units.merge(agent == null ? PayoutBook.NOBODY : agent, kept.usage().quantity(), BigDecimal::add);
            }
        }
        return units;
    }
}
