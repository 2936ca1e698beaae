package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds net, tax and total: three amounts that add up beat every label, labels choose among those that do. */
final class Totals {

    private static final int MOST_SPOTS = 150;
    private static final int MOST_TAX_LINES = 8;

    /** No VAT or GST rate reaches 40 % of the net (EU 27 %, India 28 %); a coincidence of amounts often does. */
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.40");

    /** One direct label and a weaker sign beside it: without that, three amounts that add up are a coincidence. */
    private static final double LEAST_SCORE = 3;
    private static final double BEST_TAX_SCORE = 2.7;
    private static final BigDecimal HALF = new BigDecimal("0.50");

    private final List<Spot> spots;
    private final BigDecimal greatest;

    private Totals(List<Spot> spots) {
        this.spots = spots.stream().filter(spot -> spot.value().signum() > 0).limit(MOST_SPOTS).toList();
        this.greatest = this.spots.stream().map(Spot::value).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    static Map<String, Proposal> propose(List<Spot> spots) {
        Totals totals = new Totals(spots);
        return totals.proven().map(Sum::proposals).orElseGet(totals::labelled);
    }

    private record Tax(BigDecimal value, List<Spot> lines, double score) {}

    private record Sum(@Nullable Spot net, @Nullable Tax tax, Spot total, double score, boolean rounded) {

        Map<String, Proposal> proposals() {
            boolean netNamed = net != null && net.is(Label.NET);
            boolean taxNamed = tax != null && !tax.lines.isEmpty() && tax.lines.get(0).is(Label.TAX);
            int named = (netNamed ? 1 : 0) + (taxNamed ? 1 : 0) + (total.is(Label.TOTAL) ? 1 : 0);
            int confidence = rounded ? 85 : named == 3 ? 99 : named == 2 ? 96 : 75;
            List<Spot> parts = new ArrayList<>(List.of(total));
            Map<String, Proposal> found = new LinkedHashMap<>();
            if (net != null && tax != null) {
                String sum = "adds up: " + net.value() + " + " + tax.value + " = " + total.value();
                String fact = rounded ? sum + " (rounded)" : sum;
                found.put("net", proposal(net.value(), confidence, fact, net));
                Spot line = tax.lines.isEmpty() ? null : tax.lines.get(0);
                String lines = tax.lines.size() > 1 ? "sum of " + tax.lines.size() + " tax lines" : fact;
                found.put("tax", line == null
                        ? Proposal.of(tax.value.toPlainString(), confidence, null, "net and total are equal")
                        : proposal(tax.value, confidence, lines, line));
                found.put("total", proposal(total.value(), confidence, fact, total));
                parts.add(net);
                parts.addAll(tax.lines);
            }
            if (parts.stream().anyMatch(Spot::repaired)) {
                found.replaceAll((field, was) -> was.atMost(60, "repaired: letters read as digits"));
            }
            return found;
        }
    }

    private static Proposal proposal(BigDecimal value, int confidence, String fact, Spot spot) {
        List<String> evidence = new ArrayList<>(List.of(fact));
        if (spot.name() != null) {
            evidence.add(spot.name().evidence());
        }
        return new Proposal(value.toPlainString(), confidence, evidence, spot.place());
    }

    private Optional<Sum> proven() {
        List<Tax> taxes = taxes();
        Sum best = null;
        for (Spot total : spots) {
            for (Spot net : spots) {
                double named = asTotal(total) + asNet(net);
                if (named + BEST_TAX_SCORE < (best == null ? LEAST_SCORE : best.score)) {
                    continue;
                }
                BigDecimal difference = total.value().subtract(net.value());
                if (difference.signum() < 0 || net == total || total.row() < net.row()) {
                    continue;
                }
                for (Tax tax : taxes) {
                    BigDecimal rest = difference.subtract(tax.value).abs();
                    boolean rounded = rest.signum() > 0;
                    if (rounded && (rest.compareTo(HALF) > 0 || total.value().stripTrailingZeros().scale() > 0
                                    || !(total.is(Label.TOTAL) && net.is(Label.NET)))
                            || tax.lines.contains(total) || tax.lines.contains(net)
                            || tax.value.compareTo(net.value().multiply(HIGHEST_RATE)) > 0) {
                        continue;
                    }
                    double score = named + tax.score - (rounded ? 2 : 0);
                    if (score >= LEAST_SCORE && (best == null || score > best.score)) {
                        best = new Sum(net, tax, total, score, rounded);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** What may be the tax: a printed amount, or printed tax lines together; nothing, where net and total are equal. */
    private List<Tax> taxes() {
        List<Spot> lines = spots.stream().filter(spot -> spot.is(Label.TAX)).limit(MOST_TAX_LINES).toList();
        List<Tax> taxes = new ArrayList<>();
        spots.forEach(spot -> taxes.add(new Tax(spot.value(), List.of(spot), asTax(spot))));
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                taxes.add(together(lines.get(i), lines.get(j)));
                for (int k = j + 1; k < lines.size(); k++) {
                    taxes.add(together(lines.get(i), lines.get(j), lines.get(k)));
                }
            }
        }
        taxes.add(new Tax(BigDecimal.ZERO.setScale(2), List.of(), -1.5));
        return taxes;
    }

    private static Tax together(Spot... lines) {
        BigDecimal sum = BigDecimal.ZERO;
        double score = 0.2;
        for (Spot line : lines) {
            sum = sum.add(line.value());
            score += asTax(line) / lines.length;
        }
        return new Tax(sum, List.of(lines), score);
    }

    private double asTotal(Spot spot) {
        double position = spot.row() / 1000.0 + (spot.value().equals(greatest) ? 0.5 : 0);
        if (spot.is(Label.TOTAL)) {
            boolean strong = spot.name() != null && spot.name().strong();
            return (spot.isDirectly(Label.TOTAL) ? 2.5 : 1.5) + (strong ? 0.5 : 0) + position;
        }
        return position - (spot.name() == null ? 0 : 2);
    }

    private static double asNet(Spot spot) {
        if (spot.is(Label.NET)) {
            return spot.isDirectly(Label.NET) ? 2.5 : 1.5;
        }
        return spot.is(Label.TOTAL) ? 0.5 : spot.name() == null ? 0 : -2;
    }

    private static double asTax(Spot spot) {
        if (spot.is(Label.TAX)) {
            return spot.isDirectly(Label.TAX) ? 2.5 : 1.5;
        }
        return spot.name() == null ? 0 : -2;
    }

    /** No three amounts add up: what the labels say, and that nothing proves it. */
    private Map<String, Proposal> labelled() {
        Map<String, Proposal> found = new LinkedHashMap<>();
        best(Label.NET).ifPresent(spot -> found.put("net", unproven(spot)));
        best(Label.TAX).ifPresent(spot -> found.put("tax", unproven(spot)));
        best(Label.TOTAL).ifPresent(spot -> found.put("total", unproven(spot)));
        return found;
    }

    private Optional<Spot> best(Label label) {
        return spots.stream()
                .filter(spot -> spot.is(label) && (spot.decimals() || spot.isDirectly(label)))
                .max(Comparator.<Spot>comparingInt(spot -> spot.isDirectly(label) ? 1 : 0)
                        .thenComparingInt(spot -> spot.name() != null && spot.name().strong() ? 1 : 0)
                        .thenComparingInt(spot -> spot.decimals() ? 1 : 0)
                        .thenComparingInt(spot -> isPayable(spot) ? 1 : 0)
                        .thenComparing(Spot::value)
                        .thenComparingInt(Spot::row));
    }

    /** What is paid beats what was summed up before rounding. */
    private static boolean isPayable(Spot spot) {
        return spot.name() != null && spot.name().phrase().matches(".*(round|payable|due).*");
    }

    private static Proposal unproven(Spot spot) {
        Proposal proposal = proposal(spot.value(), 60, "nothing proves it: no net + tax = total", spot);
        return spot.place().ocr() ? proposal.atMost(Proposal.UNPROVEN_READING, "read from a picture") : proposal;
    }
}
