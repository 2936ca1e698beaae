package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.Office;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.ticket.TicketId;

class PostingTest {

    private static Office office;
    private static Postings postings;
    private static Repairs repairs;

    @BeforeAll
    static void open() {
        office = new Office();
        postings = office.bean(Postings.class);
        repairs = office.bean(Repairs.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void posting_again_books_once() {
        TicketId ticket = office.ticket(office.client());
        WorkItem item = office.invoice(ticket, "Bharat Paper", "BP-1", "118.00");

        for (int round = 0; round < 3; round++) {
            assertThat(office.in(() -> postings.post(ticket))).isEqualTo("POSTED");
        }

        assertThat(booked(item)).singleElement().satisfies(entry -> {
            assertThat(entry.total()).isEqualByComparingTo("118.00");
            assertThat(entry.number()).startsWith("LE-");
        });
        assertThat(office.history(ticket)).filteredOn("document-posted"::equals).hasSize(1);
    }

    @Test
    void an_acknowledgement_that_was_lost_does_not_book_twice() {
        TicketId ticket = office.ticket(office.client());
        WorkItem item = office.invoice(ticket, "Bharat Paper", "BP-2", "118.00");
        Erp erp = office.bean(Erp.class);
        Erp.Answer lost = office.in(() -> erp.post(Entry.of(item, 1, null)));

        office.run(() -> postings.post(ticket));

        assertThat(booked(item)).hasSize(1);
        assertThat(office.in(() -> postings.find(item.id()).orElseThrow().number())).isEqualTo(lost.text());
    }

    @ParameterizedTest
    @CsvSource({"Bharat Paper, BP/3", "BHARAT PAPER Pvt. Ltd., bp-3", "M/s Bharat Paper, BP 3"})
    void the_same_document_from_another_ticket_is_refused_as_a_duplicate(String vendor, String number) {
        ClientId client = office.client();
        TicketId first = office.ticket(client);
        office.invoice(first, "Bharat Paper", "BP-3", "118.00");
        office.run(() -> postings.post(first));
        TicketId second = office.ticket(client);
        WorkItem twin = office.invoice(second, vendor, number, "118.00");

        assertThat(office.in(() -> postings.post(second))).isEqualTo("REJECTED");

        assertThat(booked(twin)).isEmpty();
        String firstNumber = office.in(() -> office.tickets.get(first).number().value());
        assertThat(office.in(() -> postings.refused(second).get(0).reason()))
                .contains("Duplicate", "booked already from ticket " + firstNumber);
        assertThat(office.history(second)).contains("posting-refused");
    }

    @Test
    void another_client_total_or_type_is_another_document() {
        ClientId client = office.client();
        List<TicketId> tickets = List.of(office.ticket(client), office.ticket(office.client()), office.ticket(client));
        office.invoice(tickets.get(0), "Bharat Paper", "BP-4", "118.00");
        office.invoice(tickets.get(1), "Bharat Paper", "BP-4", "118.00");
        office.invoice(tickets.get(2), "Bharat Paper", "BP-4", "119.00");

        assertThat(tickets).allSatisfy(ticket -> assertThat(office.in(() -> postings.post(ticket))).isEqualTo("POSTED"));
    }

    @Test
    void a_duplicate_can_be_dropped() {
        TicketId second = duplicate("BP-5");

        office.run(() -> {
            assertThat(repairs.fill(second).values().get("refusal")).asString().contains("Document 1: Duplicate");
            Map<String, Object> form = row(second, "outcome", "drop");
            assertThat(repairs.check(second, form)).isEmpty();
            repairs.repair(second, form);
            assertThat(postings.post(second)).isEqualTo("POSTED");
            assertThat(office.items.of(second).get(0).is(WorkItem.REJECTED)).isTrue();
        });
    }

    @Test
    void a_misread_number_can_be_repaired_but_not_left_as_it_was() {
        TicketId second = duplicate("BP-6");

        office.run(() -> {
            assertThat(repairs.check(second, row(second, "documentNumber", "BP-6"))).containsOnlyKeys("repairs[0].documentNumber");
            assertThat(repairs.check(second, row(second, "documentDate", "2030-01-01"))).containsOnlyKeys("repairs[0].documentDate");
            assertThat(repairs.check(second, Map.of("repairs", List.of()))).containsOnlyKeys("repairs");
            assertThat(repairs.check(second, Map.of("repairs", List.of(Map.of("item", "x", "outcome", "post")))))
                    .containsOnlyKeys("repairs[0].outcome");
            Map<String, Object> form = row(second, "documentNumber", "BP-66");
            assertThat(repairs.check(second, form)).isEmpty();
            repairs.repair(second, form);
            assertThat(postings.post(second)).isEqualTo("POSTED");
        });
    }

    @Test
    void a_correction_after_posting_replaces_the_entry_in_the_books() {
        TicketId ticket = office.ticket(office.client());
        WorkItem item = office.invoice(ticket, "Bharat Paper", "BP-7", "118.00");
        office.run(() -> postings.post(ticket));
        String before = booked(item).get(0).number();

        office.run(() -> office.items.correct(item.id(), "net", "101.00", "amy"));
        office.run(() -> office.items.correct(item.id(), "total", "119.00", "amy"));
        office.bean(LedgerUpdates.class).post();
        office.bean(LedgerUpdates.class).post();

        assertThat(booked(item)).singleElement().satisfies(entry -> {
            assertThat(entry.total()).isEqualByComparingTo("119.00");
            assertThat(entry.number()).isNotEqualTo(before);
        });
        assertThat(office.history(ticket)).filteredOn("document-posted"::equals).hasSize(2);
    }

    @Test
    void two_tickets_posting_the_same_document_at_once_book_it_once() throws Exception {
        ClientId client = office.client();
        List<WorkItem> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            items.add(office.invoice(office.ticket(client), "Bharat Paper", "BP-8", "118.00"));
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = items.stream().map(PostingTest::posting).toList();
            threads.invokeAll(work);
            threads.invokeAll(work);
        } finally {
            threads.shutdownNow();
        }

        assertThat(items.stream().mapToInt(item -> booked(item).size()).sum()).isEqualTo(1);
        assertThat(items.stream().filter(item -> office.in(() -> !postings.refused(item.ticket()).isEmpty())).count())
                .isEqualTo(3);
    }

    /** A collision is a fault that the engine tries again. */
    private static Callable<Boolean> posting(WorkItem item) {
        return () -> {
            try {
                return office.in(() -> postings.post(item.ticket())).equals("POSTED");
            } catch (DataAccessException collision) {
                return false;
            }
        };
    }

    private static TicketId duplicate(String number) {
        ClientId client = office.client();
        TicketId first = office.ticket(client);
        office.invoice(first, "Bharat Paper", number, "118.00");
        office.run(() -> postings.post(first));
        TicketId second = office.ticket(client);
        office.invoice(second, "Bharat Paper", number, "118.00");
        office.run(() -> postings.post(second));
        return second;
    }

    private static Map<String, Object> row(TicketId ticket, String field, String value) {
        Map<String, Object> row = new HashMap<>(Map.of("outcome", "post"));
        row.put("item", office.items.of(ticket).get(0).id().toString());
        row.put(field, value);
        return Map.of("repairs", List.of(row));
    }

    private static List<Erp.Booked> booked(WorkItem item) {
        return office.in(() -> office.bean(Erp.class).booked(item.id()));
    }
}
