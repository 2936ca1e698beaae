package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import java.util.List;
import java.util.Optional;
import org.ticketingos.sla.ClockKind;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Moments;

/** Who waits for whom, and by when, in one sentence. */
final class ByWhen {

    private ByWhen() {}

    static String sentence(Ticket ticket, List<ClockView> clocks) {
        if (!ticket.isOpen()) {
            return "";
        }
        if (ticket.status() == Status.AWAITING_CLIENT) {
            return say("portal.when.waits-for-you");
        }
        Optional<ClockView> turnaround = clocks.stream()
                .filter(clock -> clock.kind().equals(ClockKind.RESOLUTION.code()))
                .findFirst();
        if (turnaround.isEmpty()) {
            return say("portal.when.not-yet");
        }
        ClockView clock = turnaround.get();
        if (clock.paused()) {
            return say("portal.when.paused", Moments.span(clock.remaining()));
        }
        if (clock.dueAt() == null) {
            return say(clock.state().equals("BREACHED") ? "portal.when.done-late" : "portal.when.done");
        }
        return say(clock.state().equals("BREACHED") ? "portal.when.late" : "portal.when.due", Moments.near(clock.dueAt()));
    }
}
