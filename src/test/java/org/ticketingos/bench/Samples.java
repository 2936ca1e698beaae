package org.ticketingos.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Milliseconds by what was measured, in the order of their first appearance. */
final class Samples {

    private final Map<String, double[]> all = new LinkedHashMap<>();

    synchronized void add(String what, double millis) {
        all.merge(what, new double[] {millis}, (one, other) -> DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray());
    }

    synchronized void print() {
        all.forEach((what, millis) -> {
            double[] sorted = Arrays.stream(millis).sorted().toArray();
            System.out.printf("BENCH %-46s %4d samples  p50 %6.0f ms  p95 %6.0f ms  worst %6.0f ms%n",
                    what, sorted.length, at(sorted, 0.50), at(sorted, 0.95), sorted[sorted.length - 1]);
        });
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
