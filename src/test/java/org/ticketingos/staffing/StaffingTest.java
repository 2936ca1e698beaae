package org.ticketingos.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.client.SampleCalendars.K1;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class StaffingTest {

    private static final JdbcClient JDBC = Database.jdbc();
    private static final ClientId CLIENT = new ClientId("staffing");
    private static AnnotationConfigApplicationContext context;
    private static Wired.Hands hands;

    private final String requester = UUID.randomUUID() + "@s.example";
    private final Tickets tickets = context.getBean(Tickets.class);
    private final Roster roster = context.getBean(Roster.class);
    private final Staffing staffing = context.getBean(Staffing.class);
    private final AssignmentSteps steps = context.getBean(AssignmentSteps.class);

    @BeforeAll
    static void house() {
        context = Wired.modules("org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.staffing");
        context.refresh();
        hands = context.getBean(Wired.Hands.class);
        Scope.system(() -> {
            context.getBean(WorkCalendars.class).add(new WorkCalendar("staffing-day", "Day", K1.zone(), K1.versions()));
            JDBC.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values ('staffing', 'Staffing Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'p@s.example')""")
                    .update();
            Roster roster = context.getBean(Roster.class);
            roster.add(agent("pia", 4, Set.of("en", "hi"), Map.of("st-invoice", 5, "st-night", 1)));
            roster.add(agent("quinn", 4, Set.of("en"), Map.of("st-invoice", 3)));
            roster.add(agent("ravi", 4, Set.of("hi"), Map.of("st-invoice", 5)));
            roster.add(agent("sole", 3, Set.of("en"), Map.of("st-sole", 2)));
        });
    }

    @AfterAll
    static void close() {
        Scope.system(() -> JDBC.sql("update ticket set closed_at = now() where client_id = 'staffing'").update());
        context.close();
    }

    @BeforeEach
    void wednesday_morning() {
        hands.set(at("2026-01-21T10:00"));
        Scope.system(() -> JDBC.sql("update ticket set closed_at = now() where client_id = 'staffing'").update());
    }

    @AfterEach
    void log_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_best_free_agent_gets_the_ticket_and_the_ticket_says_why() {
        Ticket pushed = push("st-invoice");

        assertThat(pushed.owner()).isEqualTo("pia");
        assertThat(pushed.queue()).isEqualTo("data-entry");
        assertThat(pushed.assignmentReason())
                .isEqualTo("Pia scored 0.90: st-invoice level 5 of 5 (0.40), 0 of 4 in hand (0.40), "
                        + "idle 60 min (0.10); next was Quinn with 0.74.");
        assertThat(Scope.system(() -> steps.agent(pushed.id().toString()))).isEqualTo("pia");
    }

    @Test
    void work_in_hand_moves_the_next_ticket_to_somebody_else_and_knowing_the_customer_counts() {
        push("st-invoice");
        push("st-invoice");
        push("st-invoice");
        assertThat(loads()).as("1.00, 0.90 and 0.80 against 0.74").containsEntry("pia", 3).doesNotContainKey("quinn");

        assertThat(push("st-invoice").owner()).as("0.70 against 0.74").isEqualTo("quinn");
    }

    @Test
    void what_waits_for_the_client_is_in_nobodys_hand() {
        Ticket pushed = push("st-invoice");
        Scope.system(() -> tickets.enter(pushed.id(), Stage.APPROVAL));

        assertThat(loads()).doesNotContainKey("pia");
    }

    @Test
    void at_night_the_ticket_waits_in_the_queue() {
        hands.set(at("2026-01-21T22:00"));

        Ticket pushed = push("st-night");

        assertThat(pushed.owner()).isNull();
        assertThat(pushed.assignmentReason())
                .isEqualTo("Waits in the queue data-entry: nobody with the skill st-night is free: 1 off shift.");
    }

    @Test
    void an_absent_agent_gets_nothing_and_is_on_no_shift() {
        Scope.system(() -> roster.away(
                new Absence("sole", at("2026-02-04T00:00"), at("2026-02-05T00:00"), "holiday")));
        hands.set(at("2026-02-04T10:00"));

        assertThat(push("st-sole").assignmentReason()).endsWith("nobody with the skill st-sole is free: 1 away.");
        List<Agent> working = Scope.system(() -> roster.onShift(hands.instant()));
        assertThat(working).extracting(Agent::login).contains("pia").doesNotContain("sole");
        TicketId id = push("st-invoice").id();
        refused(() -> staffing.handOver(id, "sole", "knows it"), "Sole is away (holiday). Choose somebody else.");
    }

    @Test
    void an_agent_kept_apart_from_a_client_never_gets_its_tickets() {
        Scope.system(() -> {
            roster.add(agent("wally", 9, Set.of("en"), Map.of("st-wall", 5)));
            roster.wall("wally", CLIENT, "serves a competitor");
        });

        Ticket pushed = push("st-wall");

        assertThat(pushed.owner()).isNull();
        assertThat(pushed.assignmentReason()).contains("1 kept apart from this client");
        refused(() -> staffing.handOver(pushed.id(), "wally", "please"),
                "Wally is kept apart from this client and cannot take its tickets.");
    }

    @Test
    void a_hand_over_says_who_and_why_and_nonsense_is_refused() {
        TicketId id = push("st-invoice").id();

        Scope.system(() -> staffing.handOver(id, "quinn", "lunch"));

        Ticket after = Scope.system(() -> tickets.get(id));
        assertThat(after.owner()).isEqualTo("quinn");
        assertThat(after.assignmentReason()).isEqualTo("Handed over to Quinn: lunch");
        refused(() -> staffing.handOver(id, "quinn", "again"), "Quinn has the ticket already.");
        refused(() -> staffing.handOver(id, "nobody", "x"), "There is no agent with the log-in name nobody.");
        refused(() -> staffing.handOver(id, "pia", " "), "Say why the ticket changes hands.");
        Scope.system(() -> tickets.close(id, "done", hands.instant()));
        refused(() -> staffing.handOver(id, "pia", "x"), "The ticket is closed; nobody can take it over.");
    }

    @Test
    void the_third_change_of_hands_goes_to_the_supervisors() {
        TicketId id = push("st-invoice").id();
        Scope.system(() -> {
            staffing.handOver(id, "quinn", "one");
            staffing.handOver(id, "pia", "two");
            assertThat(staffing.changesOfHands(id)).isEqualTo(2);
            staffing.handOver(id, "quinn", "three");
        });

        Ticket after = Scope.system(() -> tickets.get(id));
        assertThat(after.owner()).isNull();
        assertThat(after.queue()).isEqualTo("supervisors");
        assertThat(after.assignmentReason())
                .isEqualTo("Change of hands number 3 on this ticket: a supervisor decides who takes it.");
    }

    @Test
    void pushing_again_to_the_same_person_is_no_change_of_hands() {
        TicketId id = push("st-sole").id();
        Scope.system(() -> steps.assign(id.toString(), "data-entry", "st-sole"));

        Scope.system(() -> assertThat(staffing.changesOfHands(id)).isZero());
    }

    @Test
    void many_tickets_at_once_never_exceed_a_capacity() throws InterruptedException {
        List<TicketId> ids = Scope.system(() -> IntStream.range(0, 8)
                .mapToObj(n -> open("crowd-" + n))
                .toList());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        ids.forEach(id -> threads.submit(() -> {
            start.await();
            Scope.system(() -> steps.assign(id.toString(), "data-entry", "st-sole"));
            return id;
        }));
        start.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(loads()).containsEntry("sole", 3);
        Scope.system(() -> assertThat(ids.stream().filter(id -> tickets.get(id).queue() != null)).hasSize(8));
    }

    private Ticket push(String skill) {
        return Scope.system(() -> {
            TicketId id = open(requester);
            steps.assign(id.toString(), "data-entry", skill);
            return tickets.get(id);
        });
    }

    private TicketId open(String requester) {
        TicketId id = tickets.open(NewTicket.request(CLIENT, "Invoice", "mail", requester, hands.instant())).id();
        tickets.classify(id, ServiceLine.DATA_ENTRY, "invoice", Priority.NORMAL, "calm", "desk");
        tickets.enter(id, Stage.ASSIGN);
        return id;
    }

    private Map<String, Integer> loads() {
        return Scope.system(roster::loads);
    }

    private static Agent agent(String login, int capacity, Set<String> languages, Map<String, Integer> skills) {
        String name = Character.toUpperCase(login.charAt(0)) + login.substring(1);
        return new Agent(login, name, capacity, languages, skills, "staffing-day", LocalDate.of(2025, 1, 1));
    }

    private static void refused(Runnable act, String sentence) {
        assertThatThrownBy(() -> Scope.system(act)).isInstanceOf(TicketRefused.class).hasMessage(sentence);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(K1.zone()).toInstant();
    }
}
