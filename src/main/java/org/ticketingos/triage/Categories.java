package org.ticketingos.triage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kinds of request each service line knows, as the seeds name them. */
@Component
class Categories {

    private final Map<String, String> lines = new LinkedHashMap<>();

    Categories() {
        Seeds.requests().stream()
                .filter(seed -> !seed.line().equals(Seeds.NONE))
                .forEach(seed -> lines.put(seed.label(), seed.line()));
    }

    Optional<String> lineOf(String category) {
        return Optional.ofNullable(lines.get(category));
    }

    List<String> of(String line) {
        return lines.keySet().stream().filter(category -> lines.get(category).equals(line)).toList();
    }

    /** The most likely category of a line. */
    String best(String line, Map<String, Double> probabilities) {
        return byLikelihood(probabilities).stream()
                .filter(category -> line.equals(lines.get(category)))
                .findFirst()
                .orElse("");
    }

    /** All, the most likely first; in the order of the seeds where nothing is known. */
    List<String> byLikelihood(Map<String, Double> probabilities) {
        return lines.keySet().stream()
                .sorted(Comparator.comparingDouble(category -> -probabilities.getOrDefault(category, 0.0)))
                .toList();
    }

    /** {@code three-way-match} is shown as {@code Three way match}. */
    static String label(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
