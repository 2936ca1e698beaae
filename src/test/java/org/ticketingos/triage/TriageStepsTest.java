package org.ticketingos.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.ticketingos.Database;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Direction;
import org.ticketingos.channel.Message;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class TriageStepsTest {

    private static final ClientId CLIENT = new ClientId("triage-acme");
    private static final Instant NOW = Instant.parse("2026-11-18T08:30:00Z");
    private static final Conversation CONVERSATION = mock(Conversation.class);
    private static final AnnotationConfigApplicationContext HOUSE = new AnnotationConfigApplicationContext();

    private final TriageSteps triage = HOUSE.getBean(TriageSteps.class);
    private final Tickets tickets = HOUSE.getBean(Tickets.class);
    private final ConfirmForm form = HOUSE.getBean(ConfirmForm.class);

    @BeforeAll
    static void open() {
        HOUSE.registerBean(DataSource.class, Database::application);
        HOUSE.registerBean(JdbcClient.class, Database::jdbc);
        HOUSE.registerBean(
                PlatformTransactionManager.class, () -> new DataSourceTransactionManager(Database.application()));
        HOUSE.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        HOUSE.registerBean(Conversation.class, () -> CONVERSATION);
        HOUSE.register(Clients.class);
        HOUSE.scan("org.ticketingos.ticket", "org.ticketingos.triage");
        HOUSE.refresh();
        Scope.system(() -> HOUSE.getBean(JdbcClient.class).sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, 'Acme Traders', '1 Park Street', 'IN', 'Asia/Kolkata', 'en-IN', 'p@acme.example')""")
                .param(CLIENT.value())
                .update());
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @BeforeEach
    void silence() {
        reset(CONVERSATION);
    }

    @Test
    void a_mailed_invoice_is_data_entry() {
        TicketId ticket = ticket("Invoice 4711", "Please enter the attached invoice.", null, "invoice-4711.pdf");

        classify(ticket);

        assertThat(run(() -> triage.suggestedLine(ticket.toString()))).isEqualTo("data-entry");
        assertThat(run(() -> triage.confidence(ticket.toString()))).isGreaterThanOrEqualTo(85);
        assertThat(run(() -> triage.mood(ticket.toString()))).isEqualTo("calm");
    }

    @Test
    void the_decision_keeps_its_evidence_and_names_the_classifier() {
        TicketId ticket = ticket("Invoice 4711", "URGENT: please enter the attached invoice.", null, "invoice.pdf");

        classify(ticket);
        run(() -> triage.accept(ticket.toString()));

        Classification made = made(ticket);
        assertThat(made.nearest()).hasSize(3);
        assertThat(made.terms()).isNotEmpty();
        assertThat(made.modelHash()).hasSize(64);
        assertThat(made.textHash()).hasSize(64);
        assertThat(made.probabilities().values().stream().mapToDouble(p -> p).sum()).isBetween(0.999, 1.001);
        assertThat(made.path()).isEqualTo("AUTO");
        assertThat(get(ticket).line()).isEqualTo(ServiceLine.DATA_ENTRY);
        assertThat(get(ticket).category()).isEqualTo("invoice");
        assertThat(get(ticket).priority()).isEqualTo(Priority.HIGH);
        assertThat(made.priorityReasons()).containsExactly("says urgent: \"urgent\"");
    }

    @Test
    void a_line_that_was_asked_for_stands() {
        TicketId ticket = ticket("Question", "Something about our telephones", ServiceLine.HR);

        classify(ticket);

        assertThat(run(() -> triage.suggestedLine(ticket.toString()))).isEqualTo("hr");
        assertThat(run(() -> triage.confidence(ticket.toString()))).isEqualTo(100);
        run(() -> triage.accept(ticket.toString()));
        assertThat(run(() -> triage.serviceLine(ticket.toString()))).isEqualTo("hr");
    }

    @Test
    void nothing_readable_is_left_to_a_person() {
        for (String text : List.of("", "   ", "कृपया मेरा पासवर्ड रीसेट करें", "!!! ???")) {
            TicketId ticket = ticket("", text, null);

            classify(ticket);

            assertThat(run(() -> triage.confidence(ticket.toString()))).as(text).isLessThan(50);
        }
    }

    @Test
    void a_book_long_mail_is_read() {
        TicketId ticket = ticket("Payslip", "My salary is wrong. " + "lorem ipsum ".repeat(20_000), null);

        classify(ticket);

        assertThat(run(() -> triage.suggestedLine(ticket.toString()))).isNotEmpty();
    }

    @Test
    void the_form_proposes_with_reasons_and_shows_the_papers() {
        TicketId ticket = ticket("Bill", "Please key the enclosed bill", null, "bill.pdf");
        classify(ticket);

        var content = run(() -> form.fill(ticket));

        assertThat(content.values()).containsEntry("serviceLine", "data-entry").containsEntry("category", "invoice");
        assertThat(content.options().get("category").keySet().iterator().next()).isEqualTo("invoice");
        assertThat(content.hints().get("serviceLine").evidence()).anyMatch(fact -> fact.contains("% like:"));
        assertThat(content.documents()).hasSize(1);
    }

    @Test
    void a_correction_is_kept_for_learning() {
        TicketId ticket = ticket("Invoice 4711", "Please enter the attached invoice.", null, "invoice.pdf");
        classify(ticket);

        run(() -> triage.confirm(
                ticket.toString(),
                Map.of("serviceLine", "finance", "category", "payment", "priority", "LOW", "note", "Pay it")));

        assertThat(get(ticket).line()).isEqualTo(ServiceLine.FINANCE);
        assertThat(get(ticket).priority()).as("a person may lower it").isEqualTo(Priority.LOW);
        assertThat(count("triage_correction", ticket)).isEqualTo(1);
        assertThat(count("triage_example", ticket)).isEqualTo(1);
        assertThat(made(ticket).path()).isEqualTo("PERSON");
        assertThat(run(() -> tickets.history(ticket)))
                .filteredOn(event -> event.kind().equals("triage-corrected"))
                .singleElement()
                .satisfies(event -> assertThat(event.fact("toLine")).isEqualTo("finance"));
        verify(CONVERSATION).note(ticket, "Pay it");
    }

    @Test
    void agreeing_is_an_example_and_no_correction() {
        TicketId ticket = ticket("Invoice 4711", "Please enter the attached invoice.", null, "invoice.pdf");
        classify(ticket);

        run(() -> triage.confirm(ticket.toString(), Map.of("serviceLine", "data-entry", "priority", "NORMAL")));

        assertThat(count("triage_correction", ticket)).isZero();
        assertThat(count("triage_example", ticket)).isEqualTo(1);
        assertThat(get(ticket).category()).as("the likeliest of the line").isEqualTo("invoice");
    }

    @Test
    void a_category_of_another_line_is_refused() {
        TicketId ticket = ticket("Invoice 4711", "Please enter the attached invoice.", null, "invoice.pdf");
        classify(ticket);
        Map<String, Object> typed = Map.of("serviceLine", "hr", "category", "invoice", "priority", "NORMAL");

        assertThat(run(() -> form.check(ticket, typed))).containsOnlyKeys("category");
        assertThatThrownBy(() -> run(() -> triage.confirm(ticket.toString(), typed)))
                .isInstanceOf(TicketRefused.class);
        Map<String, Object> invented = Map.of("serviceLine", "gardening", "priority", "NORMAL");
        assertThatThrownBy(() -> run(() -> triage.confirm(ticket.toString(), invented)))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void the_desk_is_reminded() {
        TicketId ticket = ticket("Hello", "Hello", null);
        classify(ticket);

        run(() -> triage.remind(ticket.toString()));

        assertThat(get(ticket).nextAction()).startsWith("Service desk");
    }

    private void classify(TicketId ticket) {
        run(() -> triage.classify(ticket.toString()));
    }

    private Ticket get(TicketId ticket) {
        return run(() -> tickets.get(ticket));
    }

    private static Classification made(TicketId ticket) {
        return run(() -> HOUSE.getBean(Classifications.class).of(ticket).orElseThrow());
    }

    private static int count(String table, TicketId ticket) {
        return run(() -> HOUSE.getBean(JdbcClient.class)
                .sql("select count(*) from " + table + " where ticket_id = ?")
                .param(ticket.value())
                .query(Integer.class)
                .single());
    }

    private TicketId ticket(String subject, String text, @Nullable ServiceLine line, String... papers) {
        TicketId id = run(() -> tickets.open(new NewTicket(
                        CLIENT, Ticket.REQUEST, null, subject, "mail", "asha@acme.example", line, null, NOW))
                .id());
        List<DocumentRef> documents = List.of(papers).stream()
                .map(name -> new DocumentRef(
                        UUID.randomUUID(), CLIENT, id.toString(), name, "application/pdf", 1, "0".repeat(64)))
                .toList();
        when(CONVERSATION.firstText(id)).thenReturn(subject + "\n" + text);
        when(CONVERSATION.of(any())).thenReturn(List.of(new Message(
                UUID.randomUUID(), 1, id, Direction.IN, "mail", "asha@acme.example", "support@ticketingos.example",
                "", subject, text, NOW, "RECEIVED", documents, "", false, null)));
        return id;
    }

    private static <T> T run(Supplier<T> work) {
        return Scope.system(work::get);
    }

    private static void run(Runnable work) {
        Scope.system(work);
    }
}
