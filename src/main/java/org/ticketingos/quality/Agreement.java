package org.ticketingos.quality;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How far several raters who put the same units into categories agree beyond chance; any rating may be missing. Every
 * coefficient has the form (observed - chance) / (1 - chance) and is NaN where nothing could be compared.
 */
public final class Agreement {

    private final int[][] ratings;
    private final int[][] counts;
    private final int categories;

    private Agreement(int[][] ratings, int[][] counts, int categories) {
        this.ratings = ratings;
        this.counts = counts;
        this.categories = categories;
    }

    /**
     * Ratings unit by unit.
     *
     * @param units per unit one category per rater, 0 to {@code categories - 1}; null where a rater gave none
     */
    public static Agreement of(List<List<@Nullable Integer>> units, int categories) {
        int[][] counts = new int[units.size()][categories];
        int[][] ratings = new int[units.size()][];
        for (int u = 0; u < ratings.length; u++) {
            ratings[u] = units.get(u).stream().mapToInt(given -> given == null ? -1 : given).toArray();
            for (int given : ratings[u]) {
                if (given >= 0) {
                    counts[u][given]++;
                }
            }
        }
        return new Agreement(ratings, counts, categories);
    }

    /** Where only is known how many raters put a unit into each category. */
    static Agreement ofCounts(int[][] counts) {
        return new Agreement(new int[0][], counts, counts.length == 0 ? 0 : counts[0].length);
    }

    /** Agreement beyond what chance gives; NaN where chance alone explains everything. */
    static double beyondChance(double observed, double chance) {
        return (observed - chance) / (1 - chance);
    }

    /** Mean share of pairs of raters who said the same, over units with at least two. */
    public double observed() {
        return Arrays.stream(counts).filter(unit -> raters(unit) >= 2).mapToDouble(unit -> {
            int r = raters(unit);
            return Arrays.stream(unit).mapToDouble(one -> one * (one - 1.0)).sum() / (r * (r - 1.0));
        }).average().orElse(Double.NaN);
    }

    public double fleiss() {
        return beyondChance(observed(), sum(share -> share * share));
    }

    /** Gwet's AC1, to be read beside kappa: at 95 % of one answer kappa collapses while people agree. */
    public double gwet() {
        return beyondChance(observed(), sum(share -> share * (1 - share)) / (categories - 1));
    }

    double brennanPrediger() {
        return beyondChance(observed(), 1.0 / categories);
    }

    /** Conger's kappa: chance knows each rater's own habits (Gwet 2014). */
    double conger() {
        int raters = Arrays.stream(ratings).mapToInt(unit -> unit.length).max().orElse(0);
        double chance = 0;
        for (int k = 0; k < categories; k++) {
            double[] habits = new double[raters];
            for (int g = 0; g < raters; g++) {
                habits[g] = habit(g, k);
            }
            double mean = Arrays.stream(habits).average().orElse(Double.NaN);
            double spread = Arrays.stream(habits).map(one -> (one - mean) * (one - mean)).sum() / (raters - 1);
            chance += mean * mean - spread / raters;
        }
        return beyondChance(observed(), chance);
    }

    private double habit(int rater, int category) {
        long given = Arrays.stream(ratings).filter(unit -> unit[rater] >= 0).count();
        long same = Arrays.stream(ratings).filter(unit -> unit[rater] == category).count();
        return (double) same / given;
    }

    private double sum(DoubleUnaryOperator ofShare) {
        double sum = 0;
        for (int k = 0; k < categories; k++) {
            int category = k;
            sum += ofShare.applyAsDouble(Arrays.stream(counts)
                    .filter(unit -> raters(unit) >= 1)
                    .mapToDouble(unit -> (double) unit[category] / raters(unit))
                    .average()
                    .orElse(Double.NaN));
        }
        return sum;
    }

    /** Krippendorff's alpha of categories without an order. */
    public double alpha() {
        return Krippendorff.alpha(counts, Krippendorff.Scale.NOMINAL, new double[categories]);
    }

    /** Krippendorff's alpha of categories that are numbers. */
    double alpha(Krippendorff.Scale scale, double... values) {
        return Krippendorff.alpha(counts, scale, values);
    }

    private static int raters(int[] unit) {
        return Arrays.stream(unit).sum();
    }
}
