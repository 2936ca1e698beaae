package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.client.SampleCalendars.K1;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class ClocksTest {

    private static final JdbcClient JDBC = Database.jdbc();
    private static AnnotationConfigApplicationContext context;
    private static Wired.Hands hands;

    private final Tickets tickets = context.getBean(Tickets.class);
    private final Clocks clocks = context.getBean(Clocks.class);
    private final ClockProjection projection = context.getBean(ClockProjection.class);
    private final SlaEscalationSteps escalation = context.getBean(SlaEscalationSteps.class);
    private TicketId ticket;

    @BeforeAll
    static void house() {
        context = Wired.modules(
                "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.gate", "org.ticketingos.sla");
        context.registerBean(Decisions.class, () -> (table, facts) -> Map.of(
                "responseMinutes", facts.get("priority").equals("CRITICAL") ? 60 : 240,
                "resolutionMinutes", facts.get("priority").equals("CRITICAL") ? 120 : 480,
                "warningPercent", 75));
        context.refresh();
        hands = context.getBean(Wired.Hands.class);
        Scope.system(() -> {
            context.getBean(WorkCalendars.class).add(new WorkCalendar("clocks-k1", "Office", K1.zone(), K1.versions()));
            JDBC.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values ('clocks', 'Clock Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'p@c.example')""")
                    .update();
            JDBC.sql("""
                            insert into contract (id, client_id, number, line, model, currency, sla_plan, calendar_id,
                                sampling_percent, accuracy_target, accuracy_unit, review_required, acceptance_days,
                                reopen_days, platform_share, invoicing, valid_from)
                            values ('clocks-1', 'clocks', 'C-1', 'data-entry', 'PER_TRANSACTION', 'INR', 'standard',
                                'clocks-k1', 10, 0.998, 'FIELD', true, 3, 7, 0.2, 'PER_TICKET', '2025-01-01')""")
                    .update();
        });
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void a_ticket_under_contract() {
        now("2026-01-21T09:00");
        ticket = Scope.system(() -> {
            TicketId id = tickets.open(NewTicket.request(
                            new ClientId("clocks"), "Invoice 7", "mail", "amy@c.example", hands.instant()))
                    .id();
            tickets.classify(id, ServiceLine.DATA_ENTRY, "invoice", Priority.NORMAL, "calm", "desk");
            tickets.entitle(id, "clocks-1");
            context.getBean(Targets.class).open(id, 240, 480, 75);
            tickets.enter(id, Stage.PROCESS);
            return id;
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
    void starting_a_clock_twice_starts_it_once() {
        Scope.system(() -> context.getBean(Targets.class).open(ticket, 1, 2, 75));

        assertThat(view("resolution").target()).isEqualTo(Duration.ofMinutes(480));
    }

    @Test
    void an_automatic_answer_is_no_answer_and_a_persons_is() {
        record(new ReplyWritten(ticket, true, hands.instant()));
        assertThat(view("first-response").state()).isEqualTo("RUNNING");

        record(new ReplyWritten(ticket, false, hands.instant()));
        assertThat(view("first-response").state()).isEqualTo("MET");
        assertThat(view("resolution").state()).isEqualTo("RUNNING");
    }

    @Test
    void a_further_message_of_the_client_wants_a_further_answer() {
        record(new ReplyWritten(ticket, false, hands.instant()));
        now("2026-01-21T10:00");
        record(new ClientReplied(ticket, hands.instant()));
        assertThat(view("next-update").dueAt()).isEqualTo(at("2026-01-21T15:00"));

        record(new ReplyWritten(ticket, false, hands.instant()));
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
        assertThat(alarm()).isEqualTo(Date.from(hands.instant().plus(Duration.ofDays(365)).plusNanos(999_999)));

        record(new ClientReplied(ticket, hands.instant()));
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
        RecordedEvent breach = event("sla-breached");
        assertThat(breach.fact("breachedAt")).isEqualTo(at("2026-01-21T18:00").toString());
    }

    @Test
    void a_warning_is_told_once_at_three_quarters() {
        now("2026-01-21T15:59");
        assertThat(due("WARNING")).isFalse();
        now("2026-01-21T16:00");
        assertThat(due("WARNING")).isTrue();
        Scope.system(() -> escalation.escalate(ticket.toString(), "WARNING"));

        assertThat(due("WARNING")).isFalse();
        assertThat(event("sla-warned").fact("remainingMinutes")).isEqualTo("120");
    }

    @Test
    void a_supervisors_answer_is_kept_and_moves_the_ticket() {
        Scope.system(() -> escalation.respond(
                ticket.toString(), Map.of("cause", "volume", "action", "Two more agents", "newOwner", "agent2")));

        Scope.system(() -> {
            assertThat(tickets.get(ticket).owner()).isEqualTo("agent2");
            assertThat(JDBC.sql("select action from sla_response where ticket_id = ?")
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
        assertThat(JDBC.sql("select count(*) from ticket_clock").query(Integer.class).single()).isZero();
    }

    private void record(TicketEvent event) {
        Scope.system(() -> tickets.record(event));
    }

    private ClockView view(String kind) {
        List<ClockView> all = Scope.system(() -> clocks.of(ticket));
        return all.stream().filter(view -> view.kind().equals(kind)).findFirst().orElseThrow();
    }

    private RecordedEvent event(String kind) {
        List<RecordedEvent> history = Scope.system(() -> tickets.history(ticket));
        return history.stream().filter(event -> event.kind().equals(kind)).findFirst().orElseThrow();
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

    private static void now(String local) {
        hands.set(at(local));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(K1.zone()).toInstant();
    }

    /** As the channel records it. */
    record ReplyWritten(TicketId ticketId, boolean automatic, Instant at) implements TicketEvent {}

    record ClientReplied(TicketId ticketId, Instant at) implements TicketEvent {}
}
