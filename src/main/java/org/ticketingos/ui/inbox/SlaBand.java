package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ui.shell.Cells;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.workflow.InboxItem;

/** Says how a clock stands, in business time, in words and a colour. */
final class SlaBand {

    /** Share of the target still left below which a clock is amber; where a contract warns by default. */
    private static final double AMBER = 0.25;

    private static final Pattern PRIORITY = Pattern.compile("priority ([A-Z]+)");

    private SlaBand() {}

    /** The clock with the least time left of those still running or breached. */
    static Cells.Pill pressing(List<ClockView> clocks) {
        return clocks.stream()
                .filter(clock -> clock.state().equals("RUNNING") || clock.paused() || open(clock))
                .min(Comparator.comparing(ClockView::paused).thenComparing(ClockView::remaining))
                .map(SlaBand::brief)
                .orElseGet(() -> new Cells.Pill(null, "", null, ""));
    }

    /**
     * Says so when a promise will probably be broken although it still stands: nobody has begun, and such work takes
     * longer in one case of five than is left.
     */
    static Optional<String> forecast(InboxItem item, Instant now) {
        InboxItem.Standing standing = item.standing();
        Instant startBy = standing.startBy();
        boolean late = item.assignee() == null && !standing.breached() && !standing.paused() && startBy != null
                && startBy.isBefore(now);
        return late
                ? Optional.of("Nobody has begun, and such work takes up to "
                        + Moments.span(Duration.ofMinutes(standing.p80Minutes())) + " in four of five cases.")
                : Optional.empty();
    }

    private static boolean open(ClockView clock) {
        return clock.state().equals("BREACHED") && clock.dueAt() != null;
    }

    /** Below a heading that says what the time means. */
    private static Cells.Pill brief(ClockView clock) {
        return new Cells.Pill(
                icon(clock),
                clock.paused() ? "Paused" : words(clock).replace(" left", ""),
                tone(clock),
                label(clock) + ": " + words(clock));
    }

    static Chip chip(ClockView clock) {
        return new Chip(icon(clock), words(clock), tone(clock));
    }

    static Tone tone(ClockView clock) {
        return switch (clock.state()) {
            case "BREACHED" -> Tone.BAD;
            case "MET" -> Tone.OK;
            case "PAUSED" -> Tone.PLAIN;
            default -> used(clock) >= 1 - AMBER ? Tone.WARN : Tone.OK;
        };
    }

    static String words(ClockView clock) {
        return switch (clock.state()) {
            case "BREACHED" -> clock.remaining().isNegative()
                    ? Moments.span(clock.remaining()) + " late"
                    : "Missed";
            case "MET" -> "Met";
            case "PAUSED" -> "Paused, " + Moments.span(clock.remaining()) + " left";
            default -> Moments.span(clock.remaining()) + " left";
        };
    }

    /** How much of the target is used up, 0 to 1. */
    static double used(ClockView clock) {
        double target = Math.max(1, clock.target().toSeconds());
        return Math.min(1, clock.elapsed().toSeconds() / target);
    }

    /** The decision that set the clock, without the names of tables: contract, plan and priority. */
    static String rule(String rule) {
        return PRIORITY.matcher(rule.replaceFirst("^[a-z-]+: ", ""))
                .replaceAll(found -> found.group(1).toLowerCase(Locale.ROOT) + " priority");
    }

    static String label(ClockView clock) {
        return clock.name();
    }

    private static VaadinIcon icon(ClockView clock) {
        return switch (clock.state()) {
            case "BREACHED" -> VaadinIcon.EXCLAMATION_CIRCLE_O;
            case "MET" -> VaadinIcon.CHECK_CIRCLE_O;
            case "PAUSED" -> VaadinIcon.PAUSE;
            default -> VaadinIcon.CLOCK;
        };
    }
}
