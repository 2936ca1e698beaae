package org.ticketingos.insight;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ticketingos.ticket.Stage;

/** All open requests, counted once by everything the board asks about; every sum of it is a sum of these. */
public record Landscape(List<Heap> heaps) {

    /**
     * So many open tickets that have all of this in common.
     *
     * @param line its code, empty before triage
     * @param team queue the ticket was given to; empty before
     */
    public record Heap(String line, String client, String team, Stage stage, Band band, long count) {}

    public long open() {
        return heaps.stream().mapToLong(Heap::count).sum();
    }

    public long of(Band band) {
        return heaps.stream().filter(heap -> heap.band() == band).mapToLong(Heap::count).sum();
    }

    public long of(Stage stage) {
        return heaps.stream().filter(heap -> heap.stage() == stage).mapToLong(Heap::count).sum();
    }

    /** Tickets per band for each line, client or team; the one with most breaches first. */
    public Map<String, Map<Band, Long>> by(Function<Heap, String> what) {
        Map<String, Map<Band, Long>> found = new LinkedHashMap<>();
        heaps.forEach(heap -> found.computeIfAbsent(what.apply(heap), key -> new LinkedHashMap<>())
                .merge(heap.band(), heap.count(), Long::sum));
        Map<String, Map<Band, Long>> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Map<Band, Long>>>comparingLong(
                                entry -> -entry.getValue().getOrDefault(Band.BREACHED, 0L))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
