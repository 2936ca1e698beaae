package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.delivery.Deliverable;
import org.ticketingos.delivery.ItemVerdict;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class DefectStepsTest {

    private static final QualityHouse HOUSE = new QualityHouse();

    private final DefectSteps defect = HOUSE.bean(DefectSteps.class);
    private final Defects defects = HOUSE.bean(Defects.class);
    private final Tickets tickets = HOUSE.bean(Tickets.class);
    private final FormFiller form = HOUSE.bean(CorrectionForm.class);

    private TicketId ticket;
    private UUID item;

    @BeforeEach
    void a_wrong_total_found_by_quality() {
        HOUSE.forgetWork();
        HOUSE.contract(20, "0.998", "FIELD");
        ticket = HOUSE.ticket();
        item = HOUSE.invoice(ticket, "vendor", "Deccan Steel", "total", "181.00");
        HOUSE.run(() -> tickets.enter(ticket, Stage.QUALITY_CHECK));
        log("total", "181.00", "118.00");
    }

    @Test
    void the_round_gets_one_linked_ticket_owned_by_who_did_the_work() {
        log("vendor", "Deccan Steel", "Deccan Steels");

        Ticket opened = enter();

        assertThat(opened.kind()).isEqualTo(Ticket.DEFECT);
        assertThat(opened.parent()).isEqualTo(ticket);
        assertThat(opened.owner()).isEqualTo("agent");
        assertThat(opened.subject()).startsWith("2 defects in T-");
        assertThat(get(ticket).stage()).isEqualTo(Stage.DEFECT_LOGGING);
        assertThat(open()).extracting(Defect::defectTicket).containsOnly(opened.id());
    }

    @Test
    void the_correction_reaches_the_work_and_the_old_value_is_kept() {
        Ticket opened = enter();

        resubmit("118.00", "");

        WorkItems items = HOUSE.bean(WorkItems.class);
        assertThat(HOUSE.run(() -> items.get(item).fields())).containsEntry("total", "118.00");
        assertThat(HOUSE.run(() -> items.versions(item, "total")))
                .extracting(WorkItems.Version::value)
                .containsExactly("181.00", "118.00");
        assertThat(open()).isEmpty();
        assertThat(get(opened.id()).status()).isEqualTo(Status.CLOSED);
        assertThat(get(ticket).stage()).as("back where it came from").isEqualTo(Stage.QUALITY_CHECK);
    }

    @Test
    void a_value_that_stays_needs_a_reason() {
        enter();

        assertThat(HOUSE.run(() -> form.check(ticket, answers("181.00", "")))).containsOnlyKeys("note");
        assertThatThrownBy(() -> resubmit("181.00", "")).isInstanceOf(TicketRefused.class);

        resubmit("181.00", "The page says 181.00, see the stamp.");

        assertThat(open()).isEmpty();
    }

    @Test
    void a_value_can_be_taken_out() {
        enter();

        resubmit("(blank)", "");

        assertThat(HOUSE.run(() -> HOUSE.bean(WorkItems.class).get(item).fields())).doesNotContainKey("total");
    }

    @Test
    void no_defect_may_be_skipped_or_made_up() {
        enter();

        assertThat(HOUSE.run(() -> form.check(ticket, Map.of("corrections", List.of(), "note", "done"))))
                .containsOnlyKeys("corrections");
        assertThat(HOUSE.run(() -> form.check(
                        ticket,
                        Map.of("corrections", List.of(Map.of("defect", "x", "value", "1")), "note", "done"))))
                .containsOnlyKeys("corrections", "corrections[0].defect");
    }

    @Test
    void an_item_wrong_as_a_whole_offers_all_its_fields() {
        HOUSE.run(() -> defects.log(
                ticket,
                List.of(new NewDefect(
                        item, "", "", "wrong supplier", Severity.MAJOR, Cause.MISREAD, FoundBy.CLIENT))));
        enter();

        assertThat(rows()).extracting(row -> row.get("label"))
                .containsExactlyInAnyOrder("Document 1: Total", "Document 1: Vendor", "Document 1: Total");
        resubmit("118.00", "Supplier is right, checked with the client.");

        assertThat(open()).isEmpty();
    }

    @Test
    void what_the_client_rejected_comes_back_item_by_item_with_its_words() {
        HOUSE.run(() -> defects.open(ticket).forEach(defect -> defects.corrected(defect, "agent", true)));
        Deliverable rejected = new Deliverable(
                UUID.randomUUID(), ticket, QualityHouse.CLIENT, 1, Deliverable.REJECTED, Instant.EPOCH, Instant.EPOCH,
                "asha@acme.example", List.of(), "hash");
        when(HOUSE.deliverables.latest(ticket)).thenReturn(Optional.of(rejected));
        when(HOUSE.deliverables.comment(rejected.id())).thenReturn(Optional.of("Please look again."));
        when(HOUSE.deliverables.verdicts(rejected.id()))
                .thenReturn(List.of(new ItemVerdict(item, "wrong", "The total is 118.00")));
        HOUSE.run(() -> tickets.enter(ticket, Stage.APPROVAL));

        enter();

        assertThat(open()).singleElement().satisfies(defect -> {
            assertThat(defect.foundBy()).isEqualTo(FoundBy.CLIENT);
            assertThat(defect.expected()).isEqualTo("The total is 118.00");
        });
        assertThat(rows()).allSatisfy(row -> assertThat(row).containsEntry("expected", "The total is 118.00"));
        resubmit("118.00", "");
        assertThat(HOUSE.run(() -> HOUSE.bean(WorkItems.class).get(item).fields())).containsEntry("total", "118.00");
        assertThat(get(ticket).stage()).isEqualTo(Stage.APPROVAL);
    }

    @Test
    void a_field_that_was_left_out_can_be_added() {
        TicketId bare = HOUSE.ticket();
        UUID brief = HOUSE.invoice(bare, "vendor", "Deccan Steel");
        HOUSE.run(() -> defects.log(
                bare,
                List.of(new NewDefect(brief, "total", "", "118.00", Severity.MAJOR, Cause.OMITTED, FoundBy.QA))));
        HOUSE.run(() -> defect.enter(bare.toString()));
        Object key = ((Map<?, ?>) ((List<?>) HOUSE.run(() -> form.fill(bare)).values().get("corrections")).get(0))
                .get("defect");

        HOUSE.run(() -> defect.resubmit(
                bare.toString(), Map.of("corrections", List.of(Map.of("defect", key, "value", "118.00")))));

        assertThat(HOUSE.run(() -> HOUSE.bean(WorkItems.class).get(brief).fields())).containsEntry("total", "118.00");
    }

    @Test
    void a_second_round_gets_a_ticket_of_its_own() {
        Ticket first = enter();
        resubmit("118.00", "");
        log("total", "118.00", "119.00");

        Ticket second = enter();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(links()).hasSize(2);
    }

    private void log(String field, String found, String expected) {
        HOUSE.run(() -> defects.log(
                ticket,
                List.of(new NewDefect(
                        item, field, found, expected, Severity.MAJOR, Cause.MISTYPED, FoundBy.QA))));
    }

    private Ticket enter() {
        HOUSE.run(() -> defect.enter(ticket.toString()));
        List<Link> links = links();
        return HOUSE.run(() -> tickets.find(
                        new TicketNumber(links.get(links.size() - 1).target()))
                .orElseThrow());
    }

    private List<Link> links() {
        return HOUSE.run(() -> tickets.links(ticket));
    }

    private List<Defect> open() {
        return HOUSE.run(() -> defects.open(ticket));
    }

    private Ticket get(TicketId id) {
        return HOUSE.run(() -> tickets.get(id));
    }

    private void resubmit(String total, String note) {
        HOUSE.run(() -> defect.resubmit(ticket.toString(), answers(total, note)));
    }

    /** What the agent sends: all as it was but the total. */
    private Map<String, Object> answers(String total, String note) {
        List<Map<String, Object>> rows = rows();
        rows.stream()
                .filter(row -> row.get("label").equals("Document 1: Total"))
                .forEach(row -> row.put("value", total));
        return Map.of("corrections", rows, "note", note);
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : (List<?>) HOUSE.run(() -> form.fill(ticket)).values().get("corrections")) {
            Map<String, Object> columns = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((key, value) -> columns.put((String) key, value));
            rows.add(columns);
        }
        return rows;
    }
}
