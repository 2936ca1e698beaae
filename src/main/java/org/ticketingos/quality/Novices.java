package org.ticketingos.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.ticketingos.staffing.Roster;

/** Knows whose work is looked at more often because they have just begun. */
@Component
class Novices {

    /** Our own choice: how often novices are looked at is the business of the table quality-sampling. */
    static final int DAYS = 30;

    private final Roster roster;
    private final Clock clock;

    Novices(Roster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    /** Joined within the last 30 days, or unknown to the roster. */
    boolean includes(String login) {
        LocalDate bar = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
        return roster.agent(login).map(agent -> agent.joined().isAfter(bar)).orElse(true);
    }
}
