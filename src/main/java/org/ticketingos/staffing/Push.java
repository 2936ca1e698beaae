package org.ticketingos.staffing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses who gets a ticket by one explained score (service desk 3.4); a pure function of the candidates. */
final class Push {

    private static final int BEST_LEVEL = 5;
    private static final int FULLY_RESTED_MINUTES = 30;

    private final Weights weights;
    private final int handlingMinutes;

    /**
     * @param handlingMinutes within which four of five such tickets are done (p80)
     */
    Push(Weights weights, int handlingMinutes) {
        this.weights = weights;
        this.handlingMinutes = handlingMinutes;
    }

    /** Shares of the score; together 1. */
    record Weights(BigDecimal skill, BigDecimal free, BigDecimal idle, BigDecimal knows) {

        /** Service desk 3.4. */
        static final Weights STANDARD = new Weights(
                new BigDecimal("0.4"), new BigDecimal("0.4"), new BigDecimal("0.1"), new BigDecimal("0.1"));
    }

    /** Who was chosen, or nobody, and why, in one sentence without the last full stop. */
    record Choice(@Nullable Candidate chosen, String why) {}

    Choice among(List<Candidate> candidates, String skill) {
        List<Scored> ranking = candidates.stream()
                .filter(candidate -> obstacle(candidate).isEmpty())
                .map(this::score)
                .sorted(Scored.BEST_FIRST)
                .toList();
        if (ranking.isEmpty()) {
            return new Choice(null, nobody(candidates, skill));
        }
        Scored best = ranking.get(0);
        String next = ranking.size() < 2
                ? "nobody else was free"
                : "next was " + ranking.get(1).candidate.name() + " with " + two(ranking.get(1).total());
        return new Choice(best.candidate, best.explain(skill) + "; " + next);
    }

    /** Why this person cannot take the ticket now; empty when eligible. The first that holds. */
    Optional<String> obstacle(Candidate candidate) {
        if (candidate.skillLevel() == 0) {
            return Optional.of("without the skill");
        }
        if (candidate.behindWall()) {
            return Optional.of("kept apart from this client");
        }
        if (!candidate.speaksLanguage()) {
            return Optional.of("without the language");
        }
        if (candidate.away()) {
            return Optional.of("away");
        }
        if (candidate.minutesOnShift() == 0) {
            return Optional.of("off shift");
        }
        if (candidate.minutesOnShift() < handlingMinutes) {
            return Optional.of("with a shift that ends too soon");
        }
        if (candidate.load() + 1 > candidate.capacity()) {
            return Optional.of("with full hands");
        }
        return Optional.empty();
    }

    Scored score(Candidate candidate) {
        BigDecimal skill = weights.skill.multiply(share(candidate.skillLevel(), BEST_LEVEL));
        BigDecimal free = weights.free.multiply(
                BigDecimal.ONE.subtract(share(candidate.load(), candidate.capacity())));
        BigDecimal idle = weights.idle.multiply(
                share(Math.min(FULLY_RESTED_MINUTES, candidate.idleMinutes()), FULLY_RESTED_MINUTES));
        BigDecimal knows = candidate.knowsCustomer() ? weights.knows : BigDecimal.ZERO;
        return new Scored(candidate, skill, free, idle, knows);
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    private String nobody(List<Candidate> candidates, String skill) {
        Map<String, Integer> obstacles = new TreeMap<>();
        candidates.stream()
                .filter(candidate -> candidate.skillLevel() > 0)
                .forEach(candidate -> obstacles.merge(obstacle(candidate).orElseThrow(), 1, Integer::sum));
        if (obstacles.isEmpty()) {
            return "nobody has the skill " + skill;
        }
        return "nobody with the skill " + skill + " is free: "
                + obstacles.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String two(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** A candidate with the four parts of the score. */
    record Scored(Candidate candidate, BigDecimal skill, BigDecimal free, BigDecimal idle, BigDecimal knows) {

        /** Ties go to who has been idle longest, then by log-in name. */
        static final Comparator<Scored> BEST_FIRST = Comparator.comparing(Scored::total)
                .thenComparing((Scored scored) -> scored.candidate.idleMinutes())
                .reversed()
                .thenComparing((Scored scored) -> scored.candidate.login());

        BigDecimal total() {
            return skill.add(free).add(idle).add(knows).setScale(4, RoundingMode.HALF_UP);
        }

        String explain(String wanted) {
            List<String> parts = new ArrayList<>();
            parts.add(String.format(Locale.ROOT, "%s level %d of 5 (%s)", wanted, candidate.skillLevel(), two(skill)));
            parts.add(String.format(
                    Locale.ROOT, "%d of %d in hand (%s)", candidate.load(), candidate.capacity(), two(free)));
            parts.add(String.format(Locale.ROOT, "idle %d min (%s)", candidate.idleMinutes(), two(idle)));
            if (candidate.knowsCustomer()) {
                parts.add("knows the customer (" + two(knows) + ")");
            }
            return candidate.name() + " scored " + two(total()) + ": " + String.join(", ", parts);
        }
    }
}
