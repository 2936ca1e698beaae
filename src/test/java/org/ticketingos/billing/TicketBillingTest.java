package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;
import static org.ticketingos.billing.BillingHouse.rate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.Scope;
import org.ticketingos.client.Contract;
import org.ticketingos.client.Money;
import org.ticketingos.client.PricingModel;
import org.ticketingos.client.Rate;
import org.ticketingos.delivery.Deliverable;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The stage as the diagram drives it: meter, choose, charge, invoice. */
class TicketBillingTest {

    private static BillingHouse house;
    private static int clients;

    @BeforeAll
    static void open() {
        house = new BillingHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void an_accepted_ticket_is_metered_charged_and_invoiced_and_a_repeat_changes_nothing() {
        Ticket ticket = house.ticket(perDocument("PER_TICKET"));
        accepted(ticket, WorkItem.RECORDED, WorkItem.RECORDED, WorkItem.REJECTED);

        assertThat(walk(ticket, "per-document")).isEqualTo("ISSUED");
        assertThat(walk(ticket, "per-document")).isEqualTo("ISSUED");

        assertThat(units(ticket)).isEqualTo(2);
        String model = steps(steps -> steps.model(id(ticket)));
        assertThat(model).isEqualTo("PER_TRANSACTION");
        assertThat(charges(ticket)).singleElement()
                .satisfies(charge -> assertThat(charge.amount()).isEqualTo(Money.of("7.00", "INR")));
        assertThat(kinds(ticket)).containsExactly(
                "usage-metered", "charge-written", "tickets-linked", "invoice-issued");
    }

    @Test
    void a_charged_ticket_is_neither_merged_into_another_nor_takes_one_in() {
        Contract contract = perDocument("PER_TICKET");
        Ticket charged = house.ticket(contract);
        Ticket other = house.ticket(contract);
        accepted(charged, WorkItem.RECORDED);
        assertThat(walk(charged, "per-document")).isEqualTo("ISSUED");
        Merging merging = house.bean(Merging.class);

        for (List<Ticket> pair : List.of(List.of(charged, other), List.of(other, charged))) {
            assertThatThrownBy(() -> Scope.system(() -> merging.merge(pair.get(0).id(), pair.get(1).id(), "same")))
                    .hasMessage(charged.number() + " has been charged already; a charged ticket is not merged.");
        }
        assertThat(as(() -> merging.into(charged.id()))).as("nothing happened").isEmpty();
        assertThat(as(() -> merging.into(other.id()))).isEmpty();
    }

    @Test
    void work_that_is_not_accepted_costs_nothing() {
        Ticket ticket = house.ticket(perDocument("PER_TICKET"));
        deliverable(ticket, Deliverable.REJECTED);

        assertThat(walk(ticket, "per-document")).isEqualTo("GATHERED");
        assertThat(charges(ticket)).isEmpty();
    }

    @Test
    void an_urgent_document_costs_its_own_rate_or_the_surcharge_or_the_plain_rate() {
        Rate plain = rate("per-document", "3.50", "document");
        assertThat(urgent(plain, rate("priority-document", "4.00", "document"))).isEqualTo("4.00");
        assertThat(urgent(plain, rate("priority-surcharge", "20", "percent"))).isEqualTo("4.20");
        assertThat(urgent(plain)).isEqualTo("3.50");
    }

    @Test
    void a_monthly_contract_gathers() {
        Ticket ticket = house.ticket(perDocument("MONTHLY"));
        accepted(ticket, WorkItem.RECORDED);

        assertThat(walk(ticket, "per-document")).isEqualTo("GATHERED");
    }

    @Test
    void hours_are_charged_once_somebody_else_has_approved_them() {
        Ticket ticket = house.ticket(contract(
                PricingModel.HOURLY, "PER_TICKET", rate("per-hour", "1500", "hour"),
                rate("increment-minutes", "15", "minutes")));
        accepted(ticket, WorkItem.RECORDED);
        Timesheets sheets = house.bean(Timesheets.class);
        UUID entry = as(() -> sheets.enter(ticket.id(), "amy", LocalDate.of(2026, 9, 10), 20));
        assertThat(walk(ticket, "per-hour")).isEqualTo("GATHERED");
        assertThatThrownBy(() -> Scope.system(() -> sheets.approve(entry, "amy"))).hasMessageContaining("somebody else");

        Scope.system(() -> sheets.approve(entry, "supervisor"));

        assertThat(walk(ticket, "per-hour")).isEqualTo("ISSUED");
        assertThat(charges(ticket).get(0).amount()).isEqualTo(Money.of("750.00", "INR"));
    }

    /** A step changed hands, as the engine tells it. */
    private record StepTaken(TicketId ticketId, String task, String agent, Instant at) implements TicketEvent {}

    private record StepReleased(TicketId ticketId, String task, String agent, Instant at) implements TicketEvent {}

    @Test
    void the_measured_time_of_an_hourly_contract_waits_for_approval_and_follows_its_corrections() {
        Ticket ticket = house.ticket(contract(PricingModel.HOURLY, "PER_TICKET", rate("per-hour", "1500", "hour")));
        Tickets tickets = house.bean(Tickets.class);
        Instant nine = Instant.parse("2026-09-10T03:30:00Z");
        Scope.system(() -> tickets.record(new StepTaken(ticket.id(), "t-" + ticket.id(), "amy", nine)));
        Scope.system(() -> tickets.record(
                new StepReleased(ticket.id(), "t-" + ticket.id(), "amy", nine.plusSeconds(20 * 60))));
        Timesheets sheets = house.bean(Timesheets.class);
        Timesheets.Entry measured = Scope.system(() -> sheets.of(ticket.id())).get(0);
        assertThat(measured.minutes()).isEqualTo(20);
        assertThat(measured.approvedBy()).isNull();

        Scope.system(() -> sheets.approve(measured.id(), "supervisor"));
        Scope.system(() -> sheets.measure(ticket.id()));

        assertThat(Scope.system(() -> sheets.of(ticket.id()))).as("nothing is billed twice").hasSize(1);
    }

    @Test
    void a_result_that_is_reopened_is_taken_back_and_counts_again_once_it_is_accepted_again() {
        Ticket ticket = house.ticket(contract(PricingModel.OUTCOME, "MONTHLY", rate("per-result", "500", "ticket")));
        accepted(ticket, WorkItem.RECORDED);
        walk(ticket, "per-result");
        assertThat(units(ticket)).isEqualTo(1);

        Scope.system(() -> house.bean(Tickets.class).reopen(ticket.id(), "not solved"));
        assertThat(units(ticket)).isZero();

        walk(ticket, "per-result");
        assertThat(units(ticket)).isEqualTo(1);
    }

    @Test
    void a_rate_the_contract_does_not_have_is_a_fault_that_names_it() {
        Ticket ticket = house.ticket(contract(PricingModel.HYBRID, "MONTHLY", rate("base", "100", "month")));
        accepted(ticket, WorkItem.RECORDED);

        assertThatThrownBy(() -> walk(ticket, "overage")).hasMessageContaining("has no rate overage");
    }

    private static String urgent(Rate... rates) {
        Ticket ticket = house.ticket(contract(PricingModel.PER_TRANSACTION, "PER_TICKET", rates));
        accepted(ticket, WorkItem.RECORDED);
        walk(ticket, "priority-document");
        return charges(ticket).stream().map(Charge::amount).reduce(Money::plus).orElseThrow().amount().toString();
    }

    private static Contract perDocument(String invoicing) {
        return contract(PricingModel.PER_TRANSACTION, invoicing, rate("per-document", "3.50", "document"));
    }

    private static Contract contract(PricingModel model, String invoicing, Rate... rates) {
        String client = "walked" + clients++;
        house.client(client, "IN", "27", "en-IN");
        return house.contract(client, model, "INR", invoicing, rates);
    }

    private static void accepted(Ticket ticket, String... states) {
        List<WorkItem> items = new ArrayList<>();
        for (String state : states) {
            items.add(new WorkItem(
                    UUID.randomUUID(), ticket.id(), ticket.client(), items.size() + 1, "invoice", null, state, Map.of(),
                    "amy", house.clock().instant()));
        }
        when(house.items.of(ticket.id())).thenReturn(items);
        deliverable(ticket, Deliverable.ACCEPTED);
    }

    private static void deliverable(Ticket ticket, String state) {
        Instant now = house.clock().instant();
        when(house.deliverables.of(ticket.id())).thenReturn(List.of(new Deliverable(
                UUID.randomUUID(), ticket.id(), ticket.client(), 1, state, now, now, "client", List.of(), "")));
    }

    private static String walk(Ticket ticket, String rateId) {
        return steps(steps -> {
            steps.meter(id(ticket));
            steps.charge(id(ticket), rateId);
            return steps.invoice(id(ticket));
        });
    }

    private static <T> T steps(Function<BillingSteps, T> walk) {
        return as(() -> walk.apply(house.bean(BillingSteps.class)));
    }

    private static int units(Ticket ticket) {
        return steps(steps -> steps.units(id(ticket)));
    }

    private static List<Charge> charges(Ticket ticket) {
        return as(() -> house.bean(Charges.class).of(ticket.id()));
    }

    private static List<String> kinds(Ticket ticket) {
        return as(() -> house.bean(Tickets.class).history(ticket.id())).stream().map(event -> event.kind()).toList();
    }

    private static String id(Ticket ticket) {
        return ticket.id().toString();
    }

    private static <T> T as(Supplier<T> work) {
        return Objects.requireNonNull(Scope.system(work::get));
    }
}
