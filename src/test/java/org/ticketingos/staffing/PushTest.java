package org.ticketingos.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ticketingos.staffing.Push.Choice;

class PushTest {

    private static final Candidate PIA = new Candidate("pia", "Pia", 5, 3, 4, 0, 300, true, false, false, false);
    private static final Candidate QUINN = new Candidate("quinn", "Quinn", 3, 1, 4, 15, 300, true, false, false, true);
    private static final Candidate ROY = new Candidate("roy", "Roy", 5, 0, 4, 60, 10, true, false, false, false);

    private final Push push = new Push(Push.Weights.STANDARD, 25);

    @Test
    void the_worked_example_chooses_quinn() {
        Choice choice = push.among(List.of(PIA, QUINN, ROY), "invoice");

        assertThat(choice.chosen()).isEqualTo(QUINN);
        assertThat(choice.why()).isEqualTo("Quinn scored 0.69: invoice level 3 of 5 (0.24), 1 of 4 in hand (0.30), "
                + "idle 15 min (0.05), knows the customer (0.10); next was Pia with 0.50");
        assertThat(push.score(PIA).total()).isEqualByComparingTo("0.50");
        assertThat(push.score(QUINN).total()).isEqualByComparingTo("0.69");
    }

    @Test
    void a_shift_must_last_as_long_as_the_work() {
        assertThat(push.obstacle(ROY)).contains("with a shift that ends too soon");
        assertThat(new Push(Push.Weights.STANDARD, 10).obstacle(ROY)).isEmpty();
    }

    @Test
    void each_obstacle_keeps_a_ticket_away() {
        assertThat(push.obstacle(new Candidate("a", "A", 0, 0, 4, 0, 300, true, false, false, false)))
                .contains("without the skill");
        assertThat(push.obstacle(new Candidate("a", "A", 5, 0, 4, 0, 300, true, true, false, false)))
                .contains("kept apart from this client");
        assertThat(push.obstacle(new Candidate("a", "A", 5, 0, 4, 0, 300, false, false, false, false)))
                .contains("without the language");
        assertThat(push.obstacle(new Candidate("a", "A", 5, 0, 4, 0, 300, true, false, true, false)))
                .contains("away");
        assertThat(push.obstacle(new Candidate("a", "A", 5, 0, 4, 0, 0, true, false, false, false)))
                .contains("off shift");
        assertThat(push.obstacle(new Candidate("a", "A", 5, 4, 4, 0, 300, true, false, false, false)))
                .contains("with full hands");
        assertThat(push.obstacle(new Candidate("a", "A", 1, 3, 4, 0, 300, true, false, false, false)))
                .isEmpty();
    }

    @Test
    void nobody_free_is_said_with_the_reasons() {
        Candidate full = new Candidate("a", "Amy", 5, 4, 4, 0, 300, true, false, false, false);
        Candidate home = new Candidate("b", "Ben", 5, 0, 4, 0, 0, true, false, false, false);

        assertThat(push.among(List.of(full, home, ROY), "invoice").why())
                .isEqualTo("nobody with the skill invoice is free: 1 off shift, 1 with a shift that ends too soon, "
                        + "1 with full hands");
        assertThat(push.among(List.of(), "invoice").why()).isEqualTo("nobody has the skill invoice");
        assertThat(push.among(List.of(), "invoice").chosen()).isNull();
    }

    @Test
    void a_tie_goes_to_who_was_idle_longest_then_by_log_in_name() {
        Candidate rested = new Candidate("zoe", "Zoe", 3, 1, 4, 90, 300, true, false, false, false);
        Candidate busy = new Candidate("amy", "Amy", 3, 1, 4, 30, 300, true, false, false, false);
        Candidate same = new Candidate("bea", "Bea", 3, 1, 4, 30, 300, true, false, false, false);

        assertThat(push.among(List.of(busy, rested), "invoice").chosen()).isEqualTo(rested);
        assertThat(push.among(List.of(same, busy), "invoice").chosen()).isEqualTo(busy);
    }
}
