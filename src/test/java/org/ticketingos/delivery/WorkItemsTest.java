package org.ticketingos.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

class WorkItemsTest {

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void fields_come_back_in_the_order_they_were_keyed() {
        WorkItem item = office.invoice(office.ticket(office.client()), "Bharat Paper", "BP-1", "118.00");

        assertThat(item.state()).isEqualTo(WorkItem.RECORDED);
        assertThat(item.fields().keySet()).containsExactly(
                "documentType", "vendor", "documentNumber", "documentDate", "currency", "net", "tax", "total");
        assertThat(item.agent()).isEqualTo("amy");
        assertThat(item.recordedAt()).isEqualTo(Office.MORNING);
    }

    @Test
    void every_version_of_a_field_is_kept() {
        WorkItem item = office.invoice(office.ticket(office.client()), "Bharat Paper", "BP-2", "118.00");

        office.run(() -> office.items.correct(item.id(), "documentNumber", "BP-22", "ravi"));
        office.run(() -> office.items.correct(item.id(), "documentNumber", "BP-22", "ravi"));

        office.run(() -> {
            assertThat(office.items.get(item.id()).fields()).containsEntry("documentNumber", "BP-22");
            assertThat(office.items.versions(item.id(), "documentNumber"))
                    .extracting(WorkItems.Version::value, WorkItems.Version::agent)
                    .containsExactly(
                            Tuple.tuple("BP-2", "amy"),
                            Tuple.tuple("BP-22", "ravi"));
        });
        assertThat(office.history(item.ticket())).filteredOn("work-corrected"::equals).hasSize(1);
    }

    @Test
    void keying_again_takes_out_what_is_no_longer_there_and_counts_no_second_unit() {
        TicketId ticket = office.ticket(office.client());
        WorkItem item = office.invoice(ticket, "Bharat Paper", "BP-3", "118.00");

        office.run(() -> {
            office.items.reopen(item.id(), "Look again.");
            assertThat(office.items.get(item.id()).is(WorkItem.OPEN)).isTrue();
            assertThat(office.items.reason(item.id())).contains("Look again.");
            office.items.record(item.id(), "goods-receipt", Map.of("vendor", "Bharat Paper"), "amy");
        });

        office.run(() -> {
            assertThat(office.items.get(item.id()).fields()).containsExactly(Map.entry("vendor", "Bharat Paper"));
            assertThat(office.items.versions(item.id(), "total")).extracting(WorkItems.Version::value)
                    .containsExactly("118.00", "");
            assertThat(office.items.reopened(item.id())).isEqualTo(1);
        });
        assertThat(office.history(ticket)).containsSubsequence("work-recorded", "work-reopened", "work-corrected");
        assertThat(office.history(ticket)).filteredOn("work-recorded"::equals).hasSize(1);
    }

    @Test
    void a_document_is_one_item_however_often_it_is_added() {
        TicketId ticket = office.ticket(office.client());
        UUID document = UUID.randomUUID();

        office.run(() -> {
            office.items.add(ticket, "invoice", document);
            office.items.add(ticket, "invoice", document);
            office.items.add(ticket, "invoice", UUID.randomUUID());
        });

        office.run(() -> assertThat(office.items.of(ticket)).extracting(WorkItem::position).containsExactly(1, 2));
    }

    @Test
    void what_is_not_recorded_cannot_be_corrected() {
        TicketId ticket = office.ticket(office.client());
        WorkItem item = office.in(() -> office.items.add(ticket, "invoice", null));

        assertThatThrownBy(() -> office.run(() -> office.items.correct(item.id(), "total", "1.00", "amy")))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("Document 1 is not recorded");
    }
}
