package org.ticketingos.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.quality.Calibration.Kind;
import org.ticketingos.quality.Calibration.Point;
import org.ticketingos.quality.Calibrations.Rated;

/**
 * What a closed session shows: who said what, how far they agree beyond chance, and who is strict.
 *
 * @param effects by rater, score above (or, below 0, under) the mean of all raters of the same items, in points of 100
 */
public record CalibrationResult(
        List<Line> lines, @Nullable Coefficients fields, @Nullable Coefficients questions, Map<String, Double> effects) {

    /** Below this alpha scores decide nothing about pay (Krippendorff's reading, as quality chapter 7.2). */
    private static final double TENTATIVE = .667;

    private static final double GOOD = .800;

    /** One point with everybody's answer, by log-in name; who gave none is missing. */
    public record Line(int item, Point point, Map<String, Rated> answers) {

        public boolean differs() {
            return answers.values().stream().map(Rated::answer).distinct().count() > 1;
        }
    }

    /**
     * Agreement of all raters.
     *
     * @param cohen of two raters only; null with more
     * @param alpha NaN where everybody gave one and the same answer throughout
     */
    public record Coefficients(
            int units, double observed, @Nullable Double cohen, double fleiss, double gwet, double alpha) {

        /** What that means for the use of scores. */
        public String reading() {
            if (Double.isNaN(alpha)) {
                return observed >= 1 ? "Everybody gave the same answer throughout; alpha cannot say more." : "Too few answers.";
            }
            return alpha >= GOOD
                    ? "Good agreement."
                    : alpha >= TENTATIVE
                            ? "Tentative: talk about the differences."
                            : "Too low: do not use these scores for pay.";
        }
    }

    static CalibrationResult of(Calibration session, List<Rated> answers) {
        Map<UUID, Map<String, Rated>> byPoint = new LinkedHashMap<>();
        answers.forEach(one -> byPoint.computeIfAbsent(one.point(), id -> new LinkedHashMap<>()).put(one.login(), one));
        List<String> raters = session.raters().stream().map(Calibration.Rater::login).toList();
        List<Line> lines = new ArrayList<>();
        session.items().forEach(item -> item.points().forEach(point ->
                lines.add(new Line(item.position(), point, byPoint.getOrDefault(point.id(), Map.of())))));
        return new CalibrationResult(
                lines,
                coefficients(lines, Kind.FIELD, raters),
                coefficients(lines, Kind.QUESTION, raters),
                effects(session, lines, raters));
    }

    private static @Nullable Coefficients coefficients(List<Line> all, Kind kind, List<String> raters) {
        List<Line> lines = all.stream().filter(line -> line.point().kind() == kind).toList();
        if (lines.stream().noneMatch(line -> line.answers().size() >= 2)) {
            return null;
        }
        List<String> codes = List.copyOf(lines.get(0).point().choices().keySet());
        List<List<@Nullable Integer>> units = new ArrayList<>();
        for (Line line : lines) {
            List<@Nullable Integer> unit = new ArrayList<>();
            for (String rater : raters) {
                Rated given = line.answers().get(rater);
                unit.add(given == null ? null : Integer.valueOf(codes.indexOf(given.answer())));
            }
            units.add(unit);
        }
        Agreement agreement = Agreement.of(units, codes.size());
        return new Coefficients(
                (int) lines.stream().filter(line -> line.answers().size() >= 2).count(),
                agreement.observed(),
                raters.size() == 2 ? cohen(units, codes.size()) : null,
                agreement.fleiss(),
                agreement.gwet(),
                agreement.alpha());
    }

    private static Double cohen(List<List<@Nullable Integer>> units, int categories) {
        int[][] table = new int[categories][categories];
        for (List<@Nullable Integer> unit : units) {
            Integer first = unit.get(0);
            Integer second = unit.get(1);
            if (first != null && second != null) {
                table[first][second]++;
            }
        }
        return new RatingTable(table).cohen();
    }

    /** Only items that everybody has judged in full compare like with like. */
    private static Map<String, Double> effects(Calibration session, List<Line> lines, List<String> raters) {
        List<double[]> scores = new ArrayList<>();
        for (Calibration.Item item : session.items()) {
            double[] row = new double[raters.size()];
            boolean whole = true;
            for (int r = 0; r < raters.size() && whole; r++) {
                Double score = score(lines.stream().filter(line -> line.item() == item.position()).toList(), raters.get(r));
                whole = score != null;
                row[r] = score == null ? 0 : score;
            }
            if (whole) {
                scores.add(row);
            }
        }
        Map<String, Double> effects = new LinkedHashMap<>();
        if (!scores.isEmpty()) {
            JudgeTable table = new JudgeTable(scores.toArray(double[][]::new));
            for (int r = 0; r < raters.size(); r++) {
                effects.put(raters.get(r), table.effect(r));
            }
        }
        return effects;
    }

    /** The scorecard's weighted score in points of 100; without questions the share of fields judged right. */
    private static @Nullable Double score(List<Line> lines, String rater) {
        if (lines.stream().anyMatch(line -> !line.answers().containsKey(rater))) {
            return null;
        }
        List<Line> questions = lines.stream().filter(line -> line.point().kind() == Kind.QUESTION).toList();
        if (questions.isEmpty()) {
            long right = lines.stream().filter(line -> line.answers().get(rater).answer().equals("right")).count();
            return lines.isEmpty() ? null : Double.valueOf(100.0 * right / lines.size());
        }
        BigDecimal weighted = ScoreFormula.of(questions.stream()
                        .map(line -> new ScoreFormula.Answered(
                                line.point().weight(),
                                line.point().fatal(),
                                Mark.find(line.answers().get(rater).answer()).orElseThrow()))
                        .toList())
                .weighted();
        return weighted == null ? null : Double.valueOf(weighted.doubleValue() * 100);
    }
}
