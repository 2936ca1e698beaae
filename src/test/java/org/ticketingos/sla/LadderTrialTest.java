package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.sla.SlaHouse.BEANS;
import static org.ticketingos.sla.SlaHouse.at;
import static org.ticketingos.sla.SlaHouse.now;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.sla.LadderTrial.Candidate;
import org.ticketingos.sla.LadderTrial.Rung;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** The table gives four hours to answer and eight to finish; nothing else lived in that week of 2032. */
class LadderTrialTest {

    private static final CurrentUser SAM = new CurrentUser("sla-sam", "Sam", Set.of(Role.SUPERVISOR), null, Set.of());

    private final LadderTrial trial = BEANS.getBean(LadderTrial.class);
    private final Tickets tickets = BEANS.getBean(Tickets.class);
    private final SlaEscalationSteps escalation = BEANS.getBean(SlaEscalationSteps.class);
    private TicketId broken;

    @BeforeEach
    void one_ticket_that_was_late_and_one_in_time() {
        now("2032-01-21T09:00");
        broken = ticket();
        TicketId kept = ticket();
        now("2032-01-21T10:00");
        SlaHouse.reply(broken, false);
        SlaHouse.reply(kept, false);
        now("2032-01-21T15:30");
        finish(kept);
        now("2032-01-21T16:00");
        Scope.system(() -> escalation.escalate(broken.toString(), "WARNING"));
        now("2032-01-21T18:00");
        Scope.system(() -> escalation.escalate(broken.toString(), "BREACH"));
        now("2032-01-22T12:00");
        finish(broken);
        Scope.system(() -> tickets.close(broken, "done", SlaHouse.HANDS.instant()));
        Scope.system(() -> tickets.close(kept, "done", SlaHouse.HANDS.instant()));
    }

    @AfterEach
    void as_other_tests_expect() {
        now("2026-01-21T09:00");
    }

    @Test
    void the_table_of_today_says_what_was_sent() {
        LadderTrial.Result result = of(new Candidate(null, 100));

        assertThat(rung(result, "WARNING").sent()).isEqualTo(rung(result, "WARNING").would()).isPositive();
        assertThat(rung(result, "WARNING").whom()).containsKey("sla-amy");
        assertThat(rung(result, "BREACH").whom()).containsOnlyKeys("supervisors");
        assertThat(rung(result, "PRIORITY").sent()).isEqualTo(rung(result, "PRIORITY").would()).isPositive();
        assertThat(result.differs()).noneMatch(one -> one.clock().equals("Turnaround"));
    }

    @Test
    void sharper_targets_would_have_told_more_and_milder_ones_nothing() {
        LadderTrial.Result sharp = of(new Candidate(50, 60));
        assertThat(rung(sharp, "BREACH").would()).isEqualTo(2 * rung(sharp, "BREACH").sent());
        assertThat(rung(sharp, "WARNING").would()).isEqualTo(2 * rung(sharp, "WARNING").sent());
        assertThat(sharp.differs()).anySatisfy(one -> {
            assertThat(one.sent()).isNull();
            assertThat(one.would()).isEqualTo(at("2032-01-21T14:48"));
        });

        assertThat(rung(of(new Candidate(null, 300)), "BREACH").would()).isZero();
    }

    @Test
    void nothing_is_written_and_clients_and_agents_try_nothing() {
        int before = SlaHouse.in(() -> tickets.history(broken)).size();
        of(new Candidate(10, 10));
        assertThat(SlaHouse.in(() -> tickets.history(broken))).hasSize(before);

        CurrentUser amy = new CurrentUser("sla-amy", "Amy", Set.of(Role.AGENT), null, Set.of());
        assertThatThrownBy(() -> Scope.system(() -> trial.of(new Candidate(null, 100), 30, null, null, amy)))
                .isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> new Candidate(101, 100)).hasMessage("A warning comes at 1 to 100 % of the target.");
        assertThatThrownBy(() -> Scope.system(() -> trial.of(new Candidate(null, 100), 93, null, null, SAM)))
                .hasMessage("Try the last 1 to 92 days.");
        assertThatThrownBy(() -> Scope.system(() -> trial.of(new Candidate(null, 100), 30, null, "x", SAM)))
                .hasMessageContaining("page mark");
    }

    @Test
    void only_tickets_of_the_span_and_of_the_client_are_looked_at() {
        assertThat(of(new Candidate(null, 100)).tickets()).isPositive();
        now("2032-03-21T09:00");
        assertThat(of(new Candidate(null, 100)).tickets()).isZero();
        now("2032-01-22T12:00");
        assertThat(SlaHouse.in(() -> trial.of(new Candidate(null, 100), 7, SlaHouse.STRANGER, null, SAM)).tickets()).isZero();
    }

    private LadderTrial.Result of(Candidate candidate) {
        return SlaHouse.in(() -> trial.of(candidate, 7, SlaHouse.CLIENT, null, SAM));
    }

    private static Rung rung(LadderTrial.Result result, String step) {
        return result.rungs().stream()
                .filter(rung -> rung.clock().equals("Turnaround") && rung.step().equals(step))
                .findFirst()
                .orElse(new Rung("Turnaround", step, 0, 0, Map.of()));
    }

    private TicketId ticket() {
        TicketId id = SlaHouse.ticket(SlaHouse.CLIENT);
        Scope.system(() -> {
            tickets.entitle(id, "sla-1");
            BEANS.getBean(Targets.class).open(id, 240, 480, 75);
            tickets.assign(id, "data-entry", "sla-amy", "knows it");
            tickets.enter(id, Stage.PROCESS);
        });
        return id;
    }

    private void finish(TicketId id) {
        Scope.system(() -> tickets.enter(id, Stage.INVOICE_BILLING));
    }
}
