package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.sla.SlaHouse.BEANS;
import static org.ticketingos.sla.SlaHouse.HANDS;
import static org.ticketingos.sla.SlaHouse.at;
import static org.ticketingos.sla.SlaHouse.now;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.ClientReplied;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Message;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class ClocksTest {

    private final Tickets tickets = BEANS.getBean(Tickets.class);
    private final Clocks clocks = BEANS.getBean(Clocks.class);
    private final ClockProjection projection = BEANS.getBean(ClockProjection.class);
    private final SlaEscalationSteps escalation = BEANS.getBean(SlaEscalationSteps.class);
    private TicketId ticket;

    @BeforeEach
    void a_ticket_under_contract() {
        now("2026-01-21T09:00");
        ticket = SlaHouse.ticket(SlaHouse.CLIENT);
        Scope.system(() -> {
            EntitlementSteps entitlement = BEANS.getBean(EntitlementSteps.class);
            entitlement.findContract(ticket.toString());
            entitlement.openClocks(ticket.toString(), 240, 480, 75);
            tickets.enter(ticket, Stage.PROCESS);
        });
    }

    @AfterEach
    void list_and_history_agree() {
        Scope.system(() -> assertThat(projection.of(Set.of(ticket)).get(ticket))
                .as("the projection shows what the history says")
                .containsExactlyInAnyOrderElementsOf(clocks.of(ticket)));
    }

    @Test
    void two_promises_count_from_the_arrival_of_the_request() {
        now("2026-01-21T10:00");

        assertThat(view("first-response").remaining()).isEqualTo(Duration.ofHours(3));
        assertThat(view("resolution").dueAt()).isEqualTo(at("2026-01-21T18:00"));
        assertThat(view("resolution").rule()).isEqualTo("sla-targets: contract C-1, plan standard, priority NORMAL");
    }

    @Test
    void the_next_ticket_is_the_one_with_the_least_slack_and_a_broken_promise_comes_first() {
        String a = waiting("slack-a", 20, 60);
        String b = waiting("slack-b", 40, 45);
        String c = waiting("slack-c", 15, -10);
        String d = waiting("slack-d", 30, 300);

        assertThat(SlaHouse.in(() -> SlaHouse.jdbc().sql("""
                                select t.id from ticket_clock c join ticket t on t.id = c.ticket_id
                                where t.category like 'slack-%' and c.kind = 'resolution'
                                order by (c.due_at <= ?) desc, c.start_by, t.priority, t.received_at, t.id""")
                        .param(Timestamp.from(at("2026-01-21T15:00")))
                        .query(String.class)
                        .list()))
                .containsExactly(c, b, a, d);
    }

    /** A ticket with so many business minutes left at 15:00, of a kind that usually takes so long. */
    private String waiting(String category, int handling, int remaining) {
        now("2026-01-21T09:00");
        TicketId id = SlaHouse.ticket(SlaHouse.CLIENT);
        Scope.system(() -> {
            SlaHouse.jdbc().sql("insert into handling_time (line, category, p80_minutes) values ('data-entry', ?, ?)")
                    .params(category, handling)
                    .update();
            tickets.classify(id, ServiceLine.DATA_ENTRY, category, Priority.NORMAL, "calm", "desk");
            EntitlementSteps entitlement = BEANS.getBean(EntitlementSteps.class);
            entitlement.findContract(id.toString());
            entitlement.openClocks(id.toString(), 240, 300 + remaining, 75);
        });
        return id.toString();
    }

    @Test
    void starting_a_clock_twice_starts_it_once() {
        Scope.system(() -> BEANS.getBean(Targets.class).open(ticket, 1, 2, 75));

        assertThat(view("resolution").target()).isEqualTo(Duration.ofMinutes(480));
    }

    @Test
    void an_automatic_answer_is_no_answer_and_a_persons_is() {
        SlaHouse.reply(ticket, true);
        assertThat(view("first-response").state()).isEqualTo("RUNNING");

        SlaHouse.reply(ticket, false);
        assertThat(view("first-response").state()).isEqualTo("MET");
        assertThat(view("resolution").state()).isEqualTo("RUNNING");
    }

    @Test
    void a_further_message_of_the_client_wants_a_further_answer() {
        SlaHouse.reply(ticket, false);
        now("2026-01-21T10:00");
        clientWrites();
        assertThat(view("next-update").dueAt()).isEqualTo(at("2026-01-21T15:00"));

        SlaHouse.reply(ticket, false);
        assertThat(view("next-update").state()).isEqualTo("MET");
    }

    @Test
    void a_pause_takes_the_date_away_and_the_clients_answer_brings_it_back() {
        now("2026-01-21T11:00");
        Scope.system(() -> clocks.pause(ticket, "waiting-for-client"));
        now("2026-01-21T15:00");
        assertThat(view("resolution").state()).isEqualTo("PAUSED");
        assertThat(view("resolution").dueAt()).isNull();
        assertThat(view("resolution").remaining()).isEqualTo(Duration.ofHours(6));
        assertThat(alarm()).isEqualTo(Date.from(HANDS.instant().plus(Duration.ofDays(365)).plusNanos(999_999)));

        clientWrites();
        assertThat(view("resolution").dueAt()).isEqualTo(at("2026-01-22T12:00"));
        assertThat(alarm()).isEqualTo(Date.from(at("2026-01-22T12:00").plusNanos(999_999)));
    }

    @Test
    void nonsense_is_refused_in_a_sentence() {
        refused(() -> clocks.resume(ticket), "The clock is not paused.");
        refused(() -> clocks.pause(ticket, "lunch"), "Choose why the clock shall stand still: waiting for the client, "
                + "waiting for a third party the client named, continues on a date agreed with the client.");
        refused(() -> clocks.pause(ticket, "client-review"), "Choose why the clock shall stand still: waiting for the "
                + "client, waiting for a third party the client named, continues on a date agreed with the client.");
        now("2026-01-21T18:00");
        refused(() -> clocks.pause(ticket, "agreed-date"),
                "The target is already missed; stopping the clock now would hide it.");
        now("2026-01-21T17:00");
        Scope.system(() -> clocks.pause(ticket, "agreed-date"));
        refused(() -> clocks.pause(ticket, "agreed-date"),
                "The clock is paused already: continues on a date agreed with the client.");
    }

    @Test
    void while_the_client_reviews_the_clock_stands_still_and_billing_stops_it() {
        now("2026-01-21T10:00");
        Scope.system(() -> tickets.enter(ticket, Stage.APPROVAL));
        refused(() -> clocks.resume(ticket),
                "The clock goes on by itself: it is waiting for the client to accept the work.");
        now("2026-01-22T10:00");
        Scope.system(() -> tickets.enter(ticket, Stage.DEFECT_LOGGING));
        assertThat(view("resolution").remaining()).isEqualTo(Duration.ofHours(7));
        Scope.system(() -> tickets.enter(ticket, Stage.APPROVAL));
        Scope.system(() -> tickets.enter(ticket, Stage.INVOICE_BILLING));

        assertThat(view("resolution").state()).isEqualTo("MET");
        refused(() -> clocks.pause(ticket, "waiting-for-client"), "The work is done; its clock has stopped.");
    }

    @Test
    void after_a_reopening_the_turnaround_goes_on_with_what_was_left() {
        now("2026-01-21T13:00");
        Scope.system(() -> {
            tickets.enter(ticket, Stage.INVOICE_BILLING);
            tickets.close(ticket, "done", at("2026-01-28T13:00"));
        });
        refused(() -> clocks.pause(ticket, "waiting-for-client"), "The ticket is closed; its clocks have stopped.");
        now("2026-01-22T09:00");
        Scope.system(() -> tickets.reopen(ticket, "one figure is wrong"));

        assertThat(view("resolution").dueAt()).isEqualTo(at("2026-01-22T13:00"));
    }

    @Test
    void a_raised_priority_shortens_the_target_and_may_break_it() {
        now("2026-01-21T12:00");
        Scope.system(() -> tickets.changePriority(ticket, Priority.CRITICAL, "client called"));

        assertThat(view("resolution").target()).isEqualTo(Duration.ofMinutes(120));
        ClockReading reading = Scope.system(() -> clocks.reading(ticket, ClockKind.RESOLUTION)).orElseThrow();
        assertThat(reading.breachedAt()).isEqualTo(at("2026-01-21T12:00"));
        assertThat(reading.breachCause()).isEqualTo("priority changed");
    }

    @Test
    void a_breach_is_told_once_and_makes_the_ticket_urgent_without_shortening_the_promise() {
        now("2026-01-21T17:59");
        assertThat(due("BREACH")).isFalse();
        now("2026-01-21T18:00");
        assertThat(due("BREACH")).isTrue();
        Scope.system(() -> escalation.escalate(ticket.toString(), "BREACH"));

        assertThat(due("BREACH")).isFalse();
        assertThat(due("WARNING")).as("too late to warn").isFalse();
        assertThat(view("resolution").target()).isEqualTo(Duration.ofMinutes(480));
        Scope.system(() -> assertThat(tickets.get(ticket).priority()).isEqualTo(Priority.HIGH));
        assertThat(mailsTo("sam@ticketingos.example")).hasSize(1).allMatch(text -> text.startsWith(
                "Turnaround missed: 480 business minutes were agreed, used up on 21 Jan 2026, 18:00 (Asia/Kolkata)."));
        assertThat(notes()).hasSize(1);
        RecordedEvent breach = event("sla-breached");
        assertThat(breach.fact("breachedAt")).isEqualTo(at("2026-01-21T18:00").toString());
    }

    @Test
    void a_warning_is_told_once_at_three_quarters() {
        now("2026-01-21T15:59");
        assertThat(due("WARNING")).isFalse();
        now("2026-01-21T16:00");
        Scope.system(() -> tickets.assign(ticket, "data-entry", "sla-amy", "knows it"));
        assertThat(due("WARNING")).isTrue();
        Scope.system(() -> escalation.escalate(ticket.toString(), "WARNING"));

        assertThat(due("WARNING")).isFalse();
        assertThat(mailsTo("amy@ticketingos.example")).containsExactly(
                "Turnaround: 120 business minutes left of 480, due 21 Jan 2026, 18:00 (Asia/Kolkata).");
        assertThat(event("sla-warned").fact("remainingMinutes")).isEqualTo("120");
    }

    @Test
    void a_supervisors_answer_is_kept_and_moves_the_ticket() {
        Scope.system(() -> escalation.respond(
                ticket.toString(), Map.of("cause", "volume", "action", "Two more agents", "newOwner", "agent2")));

        Scope.system(() -> {
            assertThat(tickets.get(ticket).owner()).isEqualTo("agent2");
            assertThat(SlaHouse.jdbc().sql("select action from sla_response where ticket_id = ?")
                            .param(ticket.value())
                            .query(String.class)
                            .list())
                    .containsExactly("Two more agents");
        });
        refused(() -> escalation.respond(ticket.toString(), Map.of("cause", "weather", "action", "x")),
                "Choose the cause of the breach from the list.");
        refused(() -> escalation.respond(ticket.toString(), Map.of("cause", "volume", "action", " ")),
                "Say what is done about the breach.");
    }

    @Test
    void nobody_without_a_scope_sees_a_clock() {
        assertThat(SlaHouse.jdbc().sql("select count(*) from ticket_clock").query(Integer.class).single()).isZero();
    }

    private void clientWrites() {
        Scope.system(() -> tickets.record(new ClientReplied(ticket, UUID.randomUUID(), HANDS.instant())));
    }

    private ClockView view(String kind) {
        List<ClockView> all = Scope.system(() -> clocks.of(ticket));
        return all.stream().filter(view -> view.kind().equals(kind)).findFirst().orElseThrow();
    }

    private RecordedEvent event(String kind) {
        List<RecordedEvent> history = Scope.system(() -> tickets.history(ticket));
        return history.stream().filter(event -> event.kind().equals(kind)).findFirst().orElseThrow();
    }

    /** Of this ticket, by the number in the subject. */
    private List<String> mailsTo(String address) {
        return SlaHouse.in(() -> SlaHouse.jdbc().sql("""
                        select body from message m join ticket t on t.id = ?
                        where m.client_id = 'house' and recipient = ? and m.subject like t.number || ':%'""")
                .params(ticket.value(), address)
                .query(String.class)
                .list());
    }

    private List<String> notes() {
        return SlaHouse.in(() -> BEANS.getBean(Conversation.class).of(ticket)).stream()
                .map(Message::text)
                .toList();
    }

    private boolean due(String level) {
        return Boolean.TRUE.equals(Scope.system(() -> escalation.due(ticket.toString(), level)));
    }

    private Date alarm() {
        return Scope.system(() -> escalation.breachAt(ticket.toString()));
    }

    private static void refused(Runnable act, String sentence) {
        assertThatThrownBy(() -> Scope.system(act)).isInstanceOf(TicketRefused.class).hasMessage(sentence);
    }
}
