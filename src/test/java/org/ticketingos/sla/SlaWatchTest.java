package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.sla.SlaHouse.BEANS;
import static org.ticketingos.sla.SlaHouse.now;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

class SlaWatchTest {

    private final SlaWatch watch = BEANS.getBean(SlaWatch.class);
    private final Tickets tickets = BEANS.getBean(Tickets.class);
    private TicketId ticket;

    @BeforeEach
    void four_hours_to_answer_and_eight_to_finish() {
        now("2026-01-21T09:00");
        ticket = SlaHouse.ticket(SlaHouse.CLIENT);
        Scope.system(() -> {
            EntitlementSteps entitlement = BEANS.getBean(EntitlementSteps.class);
            entitlement.findContract(ticket.toString());
            entitlement.openClocks(ticket.toString(), 240, 480, 75);
        });
    }

    @AfterEach
    void leave_nothing_to_watch() {
        Scope.system(() -> tickets.close(ticket, "done", SlaHouse.HANDS.instant()));
    }

    @Test
    void a_first_answer_is_warned_of_and_missed_once_each() {
        now("2026-01-21T11:59");
        watch.look();
        assertThat(told()).isEmpty();

        now("2026-01-21T12:00");
        watch.look();
        watch.look();
        assertThat(told()).containsExactly("sla-warned first-response");

        now("2026-01-21T13:00");
        watch.look();
        watch.look();
        assertThat(told()).containsExactly("sla-warned first-response", "sla-breached first-response");
    }

    @Test
    void an_answer_in_time_is_not_told() {
        now("2026-01-21T11:00");
        SlaHouse.reply(ticket, false);

        now("2026-01-21T15:00");
        watch.look();
        assertThat(told()).isEmpty();
    }

    @Test
    void the_turnaround_is_left_to_the_diagram_for_ten_minutes() {
        SlaHouse.reply(ticket, false);
        now("2026-01-21T18:09");
        watch.look();
        assertThat(told()).doesNotContain("sla-breached resolution");

        now("2026-01-21T18:10");
        watch.look();
        assertThat(told()).contains("sla-breached resolution");
    }

    private List<String> told() {
        return SlaHouse.in(() -> tickets.history(ticket)).stream()
                .filter(event -> event.kind().startsWith("sla-"))
                .map(SlaWatchTest::words)
                .toList();
    }

    private static String words(RecordedEvent event) {
        return event.kind() + " " + event.fact("clock");
    }
}
