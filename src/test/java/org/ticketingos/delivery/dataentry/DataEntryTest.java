package org.ticketingos.delivery.dataentry;

import org.ticketingos.delivery.ChartOfAccounts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.ClientReviewSteps;
import org.ticketingos.delivery.Office;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.document.DocumentRead;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.ReadStatus;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

class DataEntryTest {

    private static Office office;
    private static DataEntrySteps steps;
    private static ValidateFieldsFiller filler;

    @BeforeAll
    static void open() {
        office = new Office();
        steps = office.bean(DataEntrySteps.class);
        filler = office.bean(ValidateFieldsFiller.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void each_document_of_a_ticket_is_keyed_and_asked_for_once() {
        TicketId ticket = office.ticket(office.client());
        office.paper(ticket, "one");
        office.paper(ticket, "two");

        office.run(() -> steps.requestReading(ticket.toString()));
        office.run(() -> steps.requestReading(ticket.toString()));

        office.run(() -> {
            assertThat(office.items.of(ticket)).hasSize(2).allSatisfy(item -> assertThat(item.document()).isNotNull());
            assertThat(steps.readingNeeded(ticket.toString())).isTrue();
            assertThat(steps.nextItem(ticket.toString())).isTrue();
        });
    }

    @Test
    void paper_read_is_said_once_when_the_last_answer_is_there() {
        TicketId ticket = office.ticket(office.client());
        DocumentRef one = office.paper(ticket, "one");
        DocumentRef two = office.paper(ticket, "two");
        office.run(() -> steps.requestReading(ticket.toString()));

        answer(one, ReadStatus.READ);
        assertThat(office.history(ticket)).doesNotContain("paper-read");
        answer(two, ReadStatus.ENCRYPTED);

        assertThat(office.history(ticket)).filteredOn("paper-read"::equals).hasSize(1);
        office.run(() -> {
            assertThat(steps.readingNeeded(ticket.toString())).isFalse();
            var read = office.tickets.history(ticket).stream().filter(e -> e.kind().equals("paper-read")).findFirst();
            assertThat(read.orElseThrow().facts()).containsEntry("read", 1).containsEntry("unreadable", 1);
        });
    }

    @Test
    void answers_about_other_things_are_not_the_tickets_business() {
        TicketId ticket = office.ticket(office.client());
        office.run(() -> steps.requestReading(ticket.toString()));

        office.run(() -> office.beans.publishEvent(new DocumentRead(
                UUID.randomUUID(), new ClientId("acme"), "invoice:17", ReadStatus.READ, "")));
        office.run(() -> office.beans.publishEvent(new DocumentRead(
                UUID.randomUUID(), new ClientId("acme"), ticket.toString(), ReadStatus.READ, "")));

        assertThat(office.history(ticket)).doesNotContain("paper-read");
    }

    @Test
    void an_unreadable_paper_is_keyed_by_hand_and_the_form_says_why() {
        TicketId ticket = office.ticket(office.client());
        DocumentRef paper = office.paper(ticket, "locked");
        office.run(() -> steps.requestReading(ticket.toString()));
        answer(paper, ReadStatus.ENCRYPTED);

        office.run(() -> {
            FormFiller.Content content = filler.fill(ticket);
            assertThat(content.values()).containsOnlyKeys("outcome");
            assertThat(content.hints().get("outcome").evidence().get(0)).contains("locked with a password");
            assertThat(content.documents()).containsExactly(paper.id().toString());
        });
    }

    @Test
    void a_ticket_without_paper_is_keyed_from_its_words() {
        TicketId ticket = office.ticket(office.client());

        office.run(() -> {
            steps.requestReading(ticket.toString());
            assertThat(steps.readingNeeded(ticket.toString())).isFalse();
            assertThat(office.items.of(ticket)).singleElement().extracting(WorkItem::document).isNull();
            assertThat(filler.fill(ticket).documents()).isEmpty();
        });
    }

    @Test
    void typed_words_are_read_like_a_page() {
        Proposals found = Proposer.propose(
                Reader.typed("Invoice no: A-17\nInvoice date: 20 Jan 2026\n\nNet: 100.00\nTax: 18.00\nTotal: 118.00 INR"),
                new Known("Acme", "IN", null, List.of(), LocalDate.of(2026, 1, 21)));

        assertThat(found.fields().get("documentNumber").value()).isEqualTo("A-17");
        assertThat(found.fields().get("documentDate").value()).isEqualTo("2026-01-20");
        assertThat(found.fields().get("total").value()).isEqualTo("118.00");
        assertThat(found.fields().get("total").confidence()).isGreaterThanOrEqualTo(Proposal.PROVEN);
    }

    @Test
    void the_other_values_of_a_page_are_offered_the_proposed_one_first() {
        Proposals found = Proposer.propose(
                Reader.typed("Sharma Mills Ltd\nInvoice no: SPM-1717\nInvoice date: 04/05/2026\nOrder no: PO-4711\n\n"
                        + "Sub total: 100.00\nTax: 18.00\nFreight 7.00\nTotal: 118.00 INR"),
                new Known("Acme", "IN", null, List.of(new KnownVendor("Globex", null, null, 3)),
                        LocalDate.of(2026, 6, 21)));

        assertThat(found.candidates().get("total")).extracting(Candidates.Candidate::value)
                .startsWith("118.00").contains("100.00", "18.00", "7.00");
        assertThat(found.candidates().get("documentDate")).extracting(Candidates.Candidate::value)
                .containsExactly("2026-05-04", "2026-04-05");
        assertThat(found.candidates().get("orderNumber")).extracting(Candidates.Candidate::value)
                .containsExactly("PO-4711");
        assertThat(found.candidates().get("vendor")).extracting(Candidates.Candidate::value)
                .contains("Sharma Mills Ltd", "Globex");
    }

    @Test
    void the_order_is_found_compared_and_a_number_recorded_before_is_told() {
        ClientId client = office.client();
        TicketId first = office.ticket(client);
        office.run(() -> steps.requestReading(first.toString()));
        Map<String, Object> order = form("PO/4711", "100.00");
        order.put("documentType", "purchase-order");
        office.run(() -> steps.record(first.toString(), order));
        TicketId second = office.ticket(client);
        office.run(() -> steps.requestReading(second.toString()));
        office.run(() -> steps.record(second.toString(), form("INV-900", "112.00")));
        Plausibility plausibility = office.bean(Plausibility.class);

        office.run(() -> {
            TicketId third = office.ticket(client);
            steps.requestReading(third.toString());
            WorkItem item = office.items.of(third).get(0);
            Map<String, Proposal> weighed = plausibility.weigh(item, Map.of(
                    "documentType", Proposal.of("invoice", 90, null),
                    "vendor", Proposal.of("Bharat Paper", 90, null),
                    "documentNumber", Proposal.of("inv 900", 90, null),
                    "orderNumber", Proposal.of("po-4711", 80, null),
                    "documentDate", Proposal.of("2031-01-01", 90, null),
                    "dueDate", Proposal.of("2030-01-01", 90, null),
                    "total", Proposal.of("112.00", 99, null)), LocalDate.of(2026, 1, 21));

            assertThat(weighed.get("orderNumber").evidence()).singleElement().asString().startsWith("order found on T-");
            assertThat(weighed.get("total").evidence()).containsExactly("differs from the order by 12.00");
            assertThat(weighed.get("documentNumber").evidence()).singleElement().asString()
                    .startsWith("this number is recorded already on T-");
            assertThat(weighed.get("documentDate").evidence()).containsExactly("in the future");
            assertThat(weighed.get("dueDate").evidence()).containsExactly("before the document's date");
        });
    }

    @Test
    void what_is_keyed_is_recorded_and_passes_the_gate() {
        TicketId ticket = office.ticket(office.client());
        office.run(() -> steps.requestReading(ticket.toString()));

        String verdict = office.in(() -> steps.record(ticket.toString(), form("BP-1", "118.00")));

        assertThat(verdict).isEqualTo("RECORDED");
        office.run(() -> {
            assertThat(steps.nextItem(ticket.toString())).isFalse();
            assertThat(steps.accurate(ticket.toString())).isTrue();
            assertThat(office.items.of(ticket).get(0).fields())
                    .containsEntry("lines[1].description", "Paper").containsEntry("total", "118.00")
                    .doesNotContainKey("outcome");
            assertThat(steps.post(ticket.toString())).isEqualTo("POSTED");
        });
        assertThat(office.history(ticket)).containsSubsequence("work-recorded", "document-posted");
    }

    @Test
    void a_document_that_is_no_work_is_rejected_with_a_reason_and_not_posted() {
        TicketId ticket = office.ticket(office.client());
        office.run(() -> steps.requestReading(ticket.toString()));

        String verdict = office.in(() ->
                steps.record(ticket.toString(), Map.of("outcome", "reject", "rejectReason", "not-a-document")));

        assertThat(verdict).isEqualTo("REJECTED");
        office.run(() -> {
            assertThat(steps.accurate(ticket.toString())).isTrue();
            assertThat(steps.post(ticket.toString())).isEqualTo("POSTED");
            assertThat(office.items.reason(office.items.of(ticket).get(0).id())).contains("not-a-document");
        });
        assertThat(office.history(ticket)).doesNotContain("document-posted");
    }

    @Test
    void the_gate_gives_a_document_back_with_every_reason() {
        TicketId ticket = office.ticket(office.client());
        office.invoice(ticket, "Bharat Paper", "BP-4", "118.00");
        WorkItem twin = office.invoice(ticket, "Bharat Paper Ltd", "bp 4", "118.00");

        assertThat(office.in(() -> steps.accurate(ticket.toString()))).isFalse();

        office.run(() -> {
            assertThat(office.items.of(ticket)).extracting(WorkItem::state).containsExactly("RECORDED", "OPEN");
            assertThat(office.items.reason(twin.id())).get().asString().contains("same vendor, number and total");
            assertThat(filler.fill(ticket).hints().get("outcome").evidence().get(0)).startsWith("Given back: Document 2");
            assertThat(filler.fill(ticket).values()).containsEntry("documentNumber", "bp 4");
        });
    }

    @Test
    void what_the_page_proves_otherwise_is_given_back_once_and_then_believed() {
        TicketId ticket = office.mailed(office.client(), "Please key", "Net: 100.00\nTax: 18.00\nGrand total: 118.00");
        office.run(() -> steps.requestReading(ticket.toString()));
        Map<String, Object> wrong = form("BP-5", "181.00");
        wrong.put("net", "163.00");

        office.run(() -> steps.record(ticket.toString(), wrong));
        assertThat(office.in(() -> steps.accurate(ticket.toString()))).isFalse();
        office.run(() -> assertThat(office.items.reason(office.items.of(ticket).get(0).id())).get().asString()
                .contains("The page proves total 118.00; keyed was 181.00", "net 100.00"));
        office.run(() -> steps.record(ticket.toString(), wrong));

        assertThat(office.in(() -> steps.accurate(ticket.toString()))).isTrue();
    }

    @Test
    void the_form_is_checked_beyond_its_own_rules() {
        ClientId client = office.client();
        office.run(() -> office.bean(ChartOfAccounts.class).add(client, "5100", "Printing"));
        TicketId ticket = office.ticket(client);
        office.run(() -> steps.requestReading(ticket.toString()));

        office.run(() -> {
            assertThat(filler.check(ticket, Map.of("outcome", "reject"))).containsOnlyKeys("rejectReason");
            assertThat(filler.check(ticket, form("BP-6", "118.00"))).containsOnlyKeys("ledgerCode");
            Map<String, Object> form = form("BP-6", "118.00");
            form.put("total", "118.01");
            form.put("ledgerCode", "9999");
            form.put("taxId", "24AANFA2641L1ZK");
            form.put("lines", List.of(Map.of("description", "Paper", "quantity", "2", "unitPrice", "50.00", "amount", "99.00")));
            assertThat(filler.check(ticket, form)).containsOnlyKeys("total", "ledgerCode", "taxId", "lines[0].amount");
        });
    }

    @Test
    void accepted_work_teaches_the_ledger_code_of_a_vendor_and_only_to_its_own_client() {
        ClientId client = office.client();
        ClientId stranger = office.client();
        office.run(() -> List.of(client, stranger).forEach(one -> {
            office.bean(ChartOfAccounts.class).add(one, "5100", "Printing");
            office.bean(ChartOfAccounts.class).add(one, "5200", "Travel");
            office.bean(ChartOfAccounts.class).add(one, "4000", "Revenue");
        }));
        accepted(client, "5100", "L-1");
        accepted(client, "5200", "L-2");
        accepted(client, "5100", "L-3");

        office.run(() -> {
            VendorMemory memory = office.bean(VendorMemory.class);
            assertThat(memory.suggest(client, "BHARAT PAPER Pvt. Ltd."))
                    .extracting(VendorMemory.Suggestion::code, VendorMemory.Suggestion::reason)
                    .containsExactly(
                            Tuple.tuple("5100", "2 of 3 times for this vendor"),
                            Tuple.tuple("5200", "1 of 3 times for this vendor"));
            assertThat(memory.vendors(client)).singleElement().extracting(KnownVendor::times).isEqualTo(3);
            assertThat(memory.suggest(stranger, "Bharat Paper")).isEmpty();
            assertThat(memory.vendors(stranger)).isEmpty();
        });
        TicketId next = office.mailed(client, "Tax invoice", "Bharat Paper\nInvoice no: L-4\nTotal: 118.00");
        office.run(() -> {
            steps.requestReading(next.toString());
            FormFiller.Content content = filler.fill(next);
            assertThat(content.values()).containsEntry("vendor", "Bharat Paper").containsEntry("ledgerCode", "5100");
            assertThat(content.hints().get("ledgerCode").evidence()).containsExactly("2 of 3 times for this vendor");
            assertThat(content.options().get("ledgerCode").entrySet()).extracting(Map.Entry::getValue).containsExactly(
                    "5100 Printing (2 of 3 times for this vendor)", "5200 Travel (1 of 3 times for this vendor)",
                    "4000 Revenue");
        });
    }

    private static void accepted(ClientId client, String code, String number) {
        TicketId ticket = office.ticket(client);
        office.run(() -> {
            Map<String, String> fields = Office.fields("Bharat Paper", number, "118.00");
            fields.put("ledgerCode", code);
            office.items.record(office.items.add(ticket, "invoice", null).id(), "invoice", fields, "amy");
            office.bean(ClientReviewSteps.class).deliver(ticket.toString());
            office.bean(ClientReviewSteps.class).acceptByContract(ticket.toString());
        });
    }

    private static Map<String, Object> form(String number, String total) {
        Map<String, Object> form = new HashMap<>(Office.fields("Bharat Paper", number, total));
        form.put("outcome", "record");
        form.put("lines", List.of(Map.of("description", "Paper"), Map.of()));
        return form;
    }

    /** The reader's answer, as the worker's results arrive. */
    private static void answer(DocumentRef paper, ReadStatus status) {
        office.run(() -> {
            office.jdbc.sql("update document set status = ?, reason = '' where id = ?")
                    .params(status.name(), paper.id())
                    .update();
            office.beans.publishEvent(new DocumentRead(paper.id(), paper.client(), paper.about(), status, ""));
        });
    }
}
