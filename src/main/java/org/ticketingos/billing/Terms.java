package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ticketingos.billing.Fte.Basis;
import org.ticketingos.billing.PerTransaction.UnitClass;
import org.ticketingos.billing.UsageEvents.Kept;
import org.ticketingos.client.Contract;
import org.ticketingos.client.PricingModel;
import org.ticketingos.client.Rate;

/**
 * Reads a contract's rates by their names and prices usage with them. Per transaction: {@code per-document},
 * {@code priority-document} or {@code priority-surcharge}, {@code minimum}. Hourly: {@code per-hour},
 * {@code increment-minutes}, {@code call-out-minutes}, {@code cap}. FTE: {@code per-fte}, {@code seats}. Fixed fee:
 * {@code base}. Hybrid: {@code base}, {@code included}, {@code overage}, or tiers ({@link Tiers#of}), by volume where
 * the unit of {@code tier-1} ends so. Outcome: {@code per-result}, or {@code share} with {@code baseline},
 * {@code floor}, {@code cap}.
 */
record Terms(Contract contract) {

    static final String PRIORITY = "priority-document";
    private static final BigDecimal NO_SURCHARGE = BigDecimal.ZERO;

    /** Whether a ticket is charged by itself; the other models are priced once a month over all usage. */
    boolean chargesTickets() {
        return contract.model() == PricingModel.PER_TRANSACTION || contract.model() == PricingModel.HOURLY;
    }

    boolean countsWorkingDays() {
        return contract.model() == PricingModel.FTE && basis(contract.rate("per-fte")) == Basis.WORKING_DAYS;
    }

    /** What one unit of usage is. */
    String unit() {
        return switch (contract.model()) {
            case HOURLY -> "minute";
            case OUTCOME -> "ticket";
            case PER_TRANSACTION, FTE, FIXED_FEE, HYBRID -> "document";
        };
    }

    /** The lines of one ticket; none for no units. */
    List<Priced> ticket(String rateId, BigDecimal units, List<Integer> minutes) {
        if (units.signum() == 0) {
            return List.of();
        }
        return contract.model() == PricingModel.HOURLY ? hours(rateId, minutes) : documents(rateId, units);
    }

    private List<Priced> documents(String rateId, BigDecimal units) {
        boolean surcharged = rateId.equals(PRIORITY) && find(PRIORITY).isEmpty();
        Rate rate = contract.rate(surcharged ? "per-document" : rateId);
        String text = "Accepted " + rate.unit() + "s" + (rateId.equals(PRIORITY) && !surcharged ? ", priority" : "");
        return PerTransaction.price(
                List.of(new UnitClass(text, units, rate.amount(), surcharged ? units : BigDecimal.ZERO)),
                find("priority-surcharge").orElse(NO_SURCHARGE));
    }

    private List<Priced> hours(String rateId, List<Integer> entries) {
        BigDecimal rate = contract.rate(rateId).amount();
        Hourly hourly = new Hourly(
                rate,
                find("increment-minutes").orElse(BigDecimal.ONE).intValueExact(),
                false,
                find("call-out-minutes").orElse(BigDecimal.ZERO).intValueExact(),
                find("cap").orElse(null));
        int minutes = hourly.minutes(entries);
        BigDecimal hours = new Proration(1, 60).of(BigDecimal.valueOf(minutes));
        return List.of(new Priced("Hours worked", hours, "hour", rate, hourly.price(minutes)));
    }

    /** The lines of a month, for a model that is priced by the month. */
    List<Priced> month(YearMonth month, List<Kept> usage, int monthDays, int contractDays) {
        Proration covered = new Proration(contractDays, monthDays);
        return switch (contract.model()) {
            case PER_TRANSACTION, HOURLY -> List.of();
            case FIXED_FEE -> List.of(fixed(month, covered));
            case HYBRID -> find("tier-1").isPresent()
                    ? tiered(sum(usage, "document"))
                    : hybrid().price(sum(usage, "document"), covered);
            case FTE -> List.of(seats(usage, monthDays, contractDays));
            case OUTCOME -> outcome(usage);
        };
    }

    private Priced fixed(YearMonth month, Proration covered) {
        BigDecimal fee = contract.rate("base").amount();
        return new Priced("Fixed fee " + month, BigDecimal.ONE, "month", fee, covered.of(fee));
    }

    private List<Priced> tiered(BigDecimal quantity) {
        Tiers tiers = Tiers.of(this::find);
        boolean volume = contract.rate("tier-1").unit().endsWith("-volume");
        BigDecimal price = volume ? tiers.volume(quantity) : tiers.graduated(quantity);
        return List.of(Priced.lump(
                "%s documents in %s tiers".formatted(quantity.stripTrailingZeros().toPlainString(),
                        volume ? "volume" : "graduated"),
                price));
    }

    private Hybrid hybrid() {
        Rate included = contract.rate("included");
        return new Hybrid(
                contract.rate("base").amount(), included.amount(), contract.rate("overage").amount(), "document",
                !included.unit().endsWith("-whole"));
    }

    /** Every agreed seat is covered on every day of the contract unless an absent day without backfill was metered. */
    private Priced seats(List<Kept> usage, int monthDays, int contractDays) {
        Rate rate = contract.rate("per-fte");
        int seats = contract.rate("seats").amount().intValueExact();
        Map<String, Integer> absences = new TreeMap<>();
        for (Kept kept : usage) {
            if (kept.usage().unit().equals("absent-day")) {
                absences.merge(
                        String.valueOf(kept.usage().agent()), kept.usage().quantity().intValueExact(), Integer::sum);
            }
        }
        List<Integer> absent = new ArrayList<>(absences.values());
        BigDecimal price = BigDecimal.ZERO;
        for (int seat = 0; seat < seats; seat++) {
            int missing = seat < absent.size() ? absent.get(seat) : 0;
            int covered = Math.max(0, contractDays - missing);
            price = price.add(Fte.price(rate.amount(), basis(rate), covered, monthDays));
        }
        return new Priced("Seats", BigDecimal.valueOf(seats), "seat and month", rate.amount(), price);
    }

    /** The basis stands in the unit of the rate: {@code month}, {@code month-fixed-30}, {@code month-working-days}. */
    static Basis basis(Rate rate) {
        return switch (rate.unit()) {
            case "month-fixed-30" -> Basis.FIXED_30;
            case "month-working-days" -> Basis.WORKING_DAYS;
            default -> Basis.ACTUAL_CALENDAR;
        };
    }

    private List<Priced> outcome(List<Kept> usage) {
        Optional<BigDecimal> perResult = find("per-result");
        if (perResult.isPresent()) {
            BigDecimal resolved = sum(usage.stream().filter(kept -> kept.corrects() == null).toList(), "ticket");
            BigDecimal reopened = resolved.subtract(sum(usage, "ticket"));
            return List.of(Outcome.resolved(perResult.get(), resolved, reopened));
        }
        BigDecimal share = contract.rate("share").amount();
        BigDecimal price = Outcome.share(
                share,
                sum(usage, "saving"),
                find("baseline").orElse(BigDecimal.ZERO),
                BigDecimal.ZERO,
                find("floor").orElse(null),
                find("cap").orElse(null));
        return List.of(Priced.lump("Share of %s %% in the verified result".formatted(share.toPlainString()), price));
    }

    /** The line that lifts the month to its minimum commitment. */
    Optional<Priced> topUp(BigDecimal billed) {
        return find("minimum").flatMap(minimum -> PerTransaction.topUp(billed, minimum));
    }

    Optional<BigDecimal> find(String rateId) {
        return contract.rates().stream()
                .filter(rate -> rate.id().equals(rateId))
                .map(Rate::amount)
                .findFirst();
    }

    private static BigDecimal sum(List<Kept> usage, String unit) {
        return usage.stream()
                .filter(kept -> kept.usage().unit().equals(unit))
                .map(kept -> kept.usage().quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
