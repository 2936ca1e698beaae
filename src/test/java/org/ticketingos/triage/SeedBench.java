package org.ticketingos.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints how good triage is on its own seeds, cross-validated, and what it costs. Run by hand; nothing is asserted. */
final class SeedBench {

    private SeedBench() {}

    public static void main(String[] arguments) throws Exception {
        long cpu = cpu();
        try (Embedder embedder = new Embedder()) {
            print("model loaded, CPU ms %d", cpu() - cpu);
            cpu = cpu();
            Map<String, String> lines = new LinkedHashMap<>();
            List<Example> known = new ArrayList<>();
            List<Example> foreign = new ArrayList<>();
            for (Seeds.Seed seed : Seeds.requests()) {
                Example example = new Example(seed.label(), seed.text(), embedder.embed(seed.text()));
                if (seed.line().equals(Seeds.NONE)) {
                    foreign.add(example);
                } else {
                    lines.put(seed.label(), seed.line());
                    known.add(example);
                }
            }
            print("%d sentences embedded, CPU ms each %.1f", known.size() + foreign.size(),
                    (cpu() - cpu) / (double) (known.size() + foreign.size()));
            cpu = cpu();
            List<String> labels = List.copyOf(lines.keySet());
            CrossCheck check = new CrossCheck(known, foreign, labels);
            print("cross-validation (5 trainings), CPU ms %d", cpu() - cpu);
            cpu = cpu();
            Mix.train(known, labels);
            print("one training, CPU ms %d", cpu() - cpu);
            requests(check, labels, lines);
            moods(embedder);
        }
    }

    private static void requests(CrossCheck check, List<String> labels, Map<String, String> lines) {
        List<CrossCheck.Answer> known = check.answers().stream().filter(a -> a.label() >= 0).toList();
        List<CrossCheck.Answer> foreign = check.answers().stream().filter(a -> a.label() < 0).toList();
        print("in scope %d, foreign %d, labels %d, temperatures %s",
                known.size(), foreign.size(), labels.size(), check.temperatures());
        print("category right %.1f %%", 100.0 * known.stream()
                .filter(a -> Softmax.best(a.probabilities()) == a.label()).count() / known.size());
        print("line right %.1f %%", 100.0 * known.stream()
                .filter(a -> line(a, labels, lines).equals(lines.get(labels.get(a.label())))).count() / known.size());
        long pairs = 0;
        for (CrossCheck.Answer a : known) {
            pairs += foreign.stream().filter(f -> a.known() > f.known()).count();
        }
        print("gate: AUROC %.3f", pairs / (double) known.size() / foreign.size());
        double[] sorted = known.stream().mapToDouble(CrossCheck.Answer::known).sorted().toArray();
        double bar = sorted[(int) (sorted.length * 0.05)];
        print("gate: foreign caught with 95 %% of ours kept %.1f %%",
                100.0 * foreign.stream().filter(f -> f.known() < bar).count() / foreign.size());
        for (double threshold : new double[] {0.5, 0.7, 0.8, 0.85, 0.9, 0.95}) {
            for (double close : new double[] {0, 0.5, 0.6}) {
                List<CrossCheck.Answer> auto = known.stream()
                        .filter(a -> confidence(a, labels, lines) >= threshold && a.nearest() >= close).toList();
                long right = auto.stream()
                        .filter(a -> line(a, labels, lines).equals(lines.get(labels.get(a.label())))).count();
                long let = foreign.stream()
                        .filter(a -> confidence(a, labels, lines) >= threshold && a.nearest() >= close).count();
                print("confidence >= %.2f, nearest >= %.1f: %5.1f %% of ours, line right %5.1f %%, foreign %d",
                        threshold,
                        close,
                        100.0 * auto.size() / known.size(),
                        100.0 * right / Math.max(1, auto.size()),
                        let);
            }
        }
        Map<String, Integer> confusions = new TreeMap<>();
        known.stream().filter(a -> Softmax.best(a.probabilities()) != a.label()).forEach(a -> {
            print("wrong: %s -> %s (known %.2f, line %.2f): %s",
                    labels.get(a.label()), labels.get(Softmax.best(a.probabilities())),
                    a.known(), confidence(a, labels, lines), a.example().text());
            confusions.merge(labels.get(a.label()), 1, Integer::sum);
        });
        foreign.stream().filter(a -> confidence(a, labels, lines) >= 0.7).forEach(a -> print(
                "foreign let through %.2f %s: %s",
                confidence(a, labels, lines), labels.get(Softmax.best(a.probabilities())), a.example().text()));
        print("wrong by category %s", confusions);
    }

    private static void moods(Embedder embedder) {
        List<String> labels = List.of("calm", "worried", "angry");
        List<Example> rows = Seeds.moods().stream()
                .map(seed -> new Example(seed.label(), seed.text(), embedder.embed(seed.text())))
                .toList();
        CrossCheck check = new CrossCheck(rows, List.of(), labels);
        int[][] table = new int[3][3];
        check.answers().forEach(a -> table[a.label()][Softmax.best(a.probabilities())]++);
        print("moods (rows right, columns said; calm, worried, angry): %s", Arrays.deepToString(table));
    }

    private static String line(CrossCheck.Answer answer, List<String> labels, Map<String, String> lines) {
        return sums(answer, labels, lines).entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static double confidence(CrossCheck.Answer answer, List<String> labels, Map<String, String> lines) {
        return answer.known() * sums(answer, labels, lines).values().stream().mapToDouble(p -> p).max().orElse(0);
    }

    private static Map<String, Double> sums(CrossCheck.Answer a, List<String> labels, Map<String, String> lines) {
        Map<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            sums.merge(lines.get(labels.get(i)), a.probabilities()[i], Double::sum);
        }
        return sums;
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime() / 1_000_000;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
