package org.ticketingos.sla;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Stage;

/**
 * A target of our own (operational level agreement), named by a row of {@code internal-targets}; no client sees it.
 *
 * @param stage with which it starts, each time afresh
 * @param until the stage that ends it when reached or passed; null: whichever comes next
 */
public record InternalClock(String label, Stage stage, @Nullable Stage until) implements NamedClock {

    private static final String NEXT = "next";

    static InternalClock of(RecordedEvent started) {
        return new InternalClock(
                started.fact("name"), Stage.valueOf(started.fact("stage")), until(started.fact("until")));
    }

    /** @param until name of a stage, or {@code next} */
    static InternalClock of(String label, Stage stage, String until) {
        return new InternalClock(label.strip(), stage, until(until));
    }

    private static @Nullable Stage until(String word) {
        return word.equals(NEXT) ? null : Stage.valueOf(word);
    }

    @Override
    public String code() {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    @Override
    public boolean startsAfresh() {
        return true;
    }

    String untilWord() {
        return Optional.ofNullable(until).map(Stage::name).orElse(NEXT);
    }

    boolean endsWith(Stage reached) {
        return until == null ? reached != stage : reached.compareTo(until) >= 0;
    }
}
