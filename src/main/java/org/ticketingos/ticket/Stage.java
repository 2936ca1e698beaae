package org.ticketingos.ticket;

import java.util.Locale;
import java.util.Optional;

/** The ten steps from request to closure (FLOW-1 to FLOW-10), with the progress shown to people. */
public enum Stage {
    REQUEST(5),
    CLASSIFY(10),
    VALIDATE(15),
    ASSIGN(20),
    PROCESS(40),
    QUALITY_CHECK(55),
    DEFECT_LOGGING(60),
    APPROVAL(75),
    INVOICE_BILLING(90),
    CLOSURE(100);

    private final int percent;

    Stage(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** The activity of the spine that stands for this stage: {@code QUALITY_CHECK} is drawn as {@code quality-check}. */
    public String activity() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Stage> ofActivity(String activityId) {
        for (Stage stage : values()) {
            if (stage.activity().equals(activityId)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
