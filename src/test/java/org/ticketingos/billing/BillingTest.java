package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.ticketingos.billing.BillingHouse.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.access.Scope;
import org.ticketingos.client.Contract;
import org.ticketingos.client.Money;
import org.ticketingos.client.PricingModel;
import org.ticketingos.client.Rate;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

class BillingTest {

    private static final JdbcClient JDBC = Database.jdbc();
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
    void the_same_usage_counts_once_and_another_under_its_name_is_refused_with_both_kept_in_the_history() {
        Contract contract = perDocument("PER_TICKET");
        Ticket ticket = house.ticket(contract);
        Usage one = house.documents(contract, ticket, "amy", 1).get(0);
        Usage two = new Usage(
                one.client(), one.contractId(), one.ticket(), one.source(), one.externalId(), one.unit(),
                new BigDecimal("2"), one.agent(), one.day(), one.reason());

        assertThat(as(() -> house.bean(Meter.class).record(one))).isEqualTo(Metered.ONCE);
        assertThat(as(() -> house.bean(Meter.class).record(one))).isEqualTo(Metered.KNOWN);
        assertThat(as(() -> house.bean(Meter.class).record(two))).isEqualTo(Metered.REFUSED);

        assertThat(as(() -> house.bean(Meter.class).units(ticket.id()))).isEqualByComparingTo("1");
        RecordedEvent refusal = history(ticket, "usage-refused").get(0);
        assertThat(refusal.fact("keptSha256")).isEqualTo(one.sha256());
        assertThat(refusal.fact("offeredSha256")).isEqualTo(two.sha256());
    }

    @Test
    void accepted_documents_are_charged_shared_and_invoiced_at_once() {
        Contract contract = perDocument("PER_TICKET");
        Ticket ticket = house.ticket(contract);
        List<Usage> work = new ArrayList<>(house.documents(contract, ticket, "amy", 2));
        work.addAll(house.documents(contract, ticket, "ravi", 1));
        house.bill(contract, ticket, "per-document", work);

        Invoice invoice = post(ticket, contract);

        assertThat(invoice.net()).isEqualTo(Money.of("10.50", "INR"));
        assertThat(invoice.cgst()).isEqualTo(Money.of("0.95", "INR"));
        assertThat(invoice.sgst()).isEqualTo(Money.of("0.95", "INR"));
        assertThat(invoice.total()).isEqualTo(Money.of("12.40", "INR"));
        assertThat(invoice.number()).matches("TOS/26-27/\\d{6}");
        assertThat(invoice.notes()).anyMatch(note -> note.contains("Not yet confirmed by two people: SAC 998595"));
        InvoiceLine line = as(() -> house.bean(Invoices.class).lines(invoice.number())).get(0);
        assertThat(line.quantity()).isEqualByComparingTo("3");
        assertThat(line.tickets()).containsExactly(ticket.number());
        assertThat(shares(ticket)).containsExactly("amy 2 5.60", "platform 0 2.10", "ravi 1 2.80");
        assertThat(house.documents).containsKey("invoice:" + invoice.number());
        verify(house.conversation).mail(eq(contract.client()), eq(ticket.id()), argThat(mail ->
                mail.to().equals("pay@acme.example") && mail.attachments().size() == 1));
        assertThat(invoice.state()).isEqualTo("SENT");
        assertThat(as(() -> house.bean(Tickets.class).links(ticket.id()))).anyMatch(
                link -> link.relation().equals("invoice") && link.target().equals(invoice.number()));
        assertThat(history(ticket, "invoice-issued")).hasSize(1);
    }

    @Test
    void rejected_items_cost_nothing_and_billing_twice_changes_nothing() {
        Contract contract = perDocument("PER_TICKET");
        Ticket none = house.ticket(contract);
        Ticket twice = house.ticket(contract);

        house.bill(contract, none, "per-document", List.of());
        house.bill(contract, twice, "per-document", house.documents(contract, twice, "amy", 2));
        house.bill(contract, twice, "per-document", house.documents(contract, twice, "amy", 2));

        assertThat(charges(none)).isEmpty();
        assertThat(charges(twice)).hasSize(1);
    }

    @Test
    void what_is_taken_back_after_the_invoice_is_a_negative_charge_on_the_next() {
        Contract contract = perDocument("PER_TICKET");
        Ticket ticket = house.ticket(contract);
        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 3));
        Invoice first = post(ticket, contract);

        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 2));

        Charge correction = charges(ticket).get(1);
        assertThat(correction.amount()).isEqualTo(Money.of("-3.50", "INR"));
        assertThat(correction.quantity()).isEqualByComparingTo("-1");
        assertThat(correction.invoiceId()).isNotEqualTo(first.id());
        assertThat(shares(ticket)).containsExactly("amy 2 5.60", "platform 0 1.40");
        assertThat(tryPost(ticket, contract)).isEmpty();

        Ticket next = house.ticket(contract);
        house.bill(contract, next, "per-document", house.documents(contract, next, "ravi", 4));
        Invoice second = post(next, contract);
        assertThat(second.net()).isEqualTo(Money.of("10.50", "INR"));
        assertThat(as(() -> house.bean(Invoices.class).lines(second.number()))).hasSize(2);
    }

    @Test
    void a_fixer_earns_the_unit_its_author_loses_and_the_client_pays_nothing_for_it() {
        Contract contract = perDocument("PER_TICKET");
        Ticket ticket = house.ticket(contract);
        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 1));

        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "ravi", 1));

        assertThat(charges(ticket)).extracting(charge -> charge.amount().amount())
                .containsExactly(new BigDecimal("3.50"), new BigDecimal("0.00"));
        assertThat(shares(ticket)).containsExactly("amy 0 0.00", "platform 0 0.70", "ravi 1 2.80");
    }

    @Test
    void a_month_gathers_until_its_run_and_what_comes_later_goes_on_the_next() {
        Contract contract = perDocument("MONTHLY");
        Ticket one = house.ticket(contract);
        Ticket two = house.ticket(contract);
        house.bill(contract, one, "per-document", house.documents(contract, one, "amy", 2));
        house.bill(contract, two, "per-document", house.documents(contract, two, "amy", 3));

        assertThatThrownBy(() -> run("2026-09")).hasMessageContaining("has not ended");
        at("2026-10-04T02:00:00Z");
        assertThat(run("2026-09").left()).noneMatch(reason -> reason.contains(contract.number()));
        assertThat(run("2026-09").posted()).isEmpty();

        Invoice september = invoices(contract).get(0);
        assertThat(september.net()).isEqualTo(Money.of("17.50", "INR"));
        assertThat(lines(september)).singleElement().satisfies(line -> assertThat(line.tickets())
                .containsExactly(one.number(), two.number()));
        at("2026-09-30T10:00:00Z");
        Ticket late = house.ticket(contract);
        house.bill(contract, late, "per-document", house.documents(contract, late, "amy", 1));
        at("2026-11-04T02:00:00Z");
        run("2026-10");
        assertThat(invoices(contract)).hasSize(2).first().satisfies(
                october -> assertThat(october.net()).isEqualTo(Money.of("3.50", "INR")));
        at(BillingHouse.TENTH_OF_SEPTEMBER.toString());
    }

    @Test
    void a_hybrid_month_is_priced_over_all_its_tickets_and_again_when_usage_comes_late() {
        Contract contract = contract(
                PricingModel.HYBRID, "MONTHLY", rate("base", "100", "month"), rate("included", "2", "documents"),
                rate("overage", "5", "document"));
        Ticket one = house.ticket(contract);
        Ticket two = house.ticket(contract);
        house.bill(contract, one, "overage", house.documents(contract, one, "amy", 2));
        house.bill(contract, two, "overage", house.documents(contract, two, "ravi", 2));
        assertThat(charges(one)).isEmpty();

        at("2026-10-04T02:00:00Z");
        run("2026-09");

        Invoice september = invoices(contract).get(0);
        assertThat(september.net()).isEqualTo(Money.of("110", "INR"));
        assertThat(lines(september)).extracting(line -> line.amount().amount().toString())
                .containsExactly("100.00", "10.00");
        assertThat(lines(september).get(0).tickets()).containsExactly(one.number(), two.number());

        house.bill(contract, two, "overage", house.documents(contract, two, "ravi", 3));
        at("2026-11-04T02:00:00Z");
        run("2026-10");
        Invoice october = invoices(contract).get(0);
        assertThat(lines(october)).extracting(InvoiceLine::text)
                .containsExactlyInAnyOrder("Correction: Base fee, 2 documents included", "Base fee, 2 documents included");
        assertThat(october.net()).isEqualTo(Money.of("105", "INR"));
        at(BillingHouse.TENTH_OF_SEPTEMBER.toString());
    }

    @Test
    void seats_are_charged_for_the_days_they_were_covered() {
        Contract contract = contract(
                PricingModel.FTE, "MONTHLY", rate("per-fte", "30000", "month"), rate("seats", "2", "seats"));
        Usage absent = new Usage(
                contract.client(), contract.id(), null, "attendance", "amy-2026-09-03", "absent-day", BigDecimal.ONE,
                "amy", LocalDate.of(2026, 9, 3), "no backfill");
        as(() -> house.bean(Meter.class).record(absent));

        at("2026-10-04T02:00:00Z");
        run("2026-09");

        assertThat(invoices(contract).get(0).net()).isEqualTo(Money.of("59000", "INR"));
        at(BillingHouse.TENTH_OF_SEPTEMBER.toString());
    }

    @Test
    void a_quiet_month_is_topped_up_to_the_minimum() {
        Contract contract = contract(
                PricingModel.PER_TRANSACTION, "MONTHLY", rate("per-document", "3.50", "document"),
                rate("minimum", "5000", "month"));
        Ticket ticket = house.ticket(contract);
        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 10));

        at("2026-10-04T02:00:00Z");
        run("2026-09");

        Invoice invoice = invoices(contract).get(0);
        assertThat(invoice.net()).isEqualTo(Money.of("5000", "INR"));
        assertThat(lines(invoice)).hasSize(2);
        at(BillingHouse.TENTH_OF_SEPTEMBER.toString());
    }

    @Test
    void a_rate_below_a_paisa_is_rounded_once_over_all_tickets_of_a_line() {
        Contract contract =
                contract(PricingModel.PER_TRANSACTION, "MONTHLY", rate("per-document", "0.333", "document"));
        for (int i = 0; i < 10; i++) {
            Ticket ticket = house.ticket(contract);
            house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 1));
        }

        at("2026-10-04T02:00:00Z");
        run("2026-09");

        assertThat(invoices(contract).get(0).net()).isEqualTo(Money.of("3.33", "INR"));
        at(BillingHouse.TENTH_OF_SEPTEMBER.toString());
    }

    @Test
    void a_posting_that_fails_gives_its_number_back() {
        Contract contract = perDocument("PER_TICKET");
        Ticket ticket = house.ticket(contract);
        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 1));
        Contract other = perDocument("PER_TICKET");
        int before = serial(post(anotherCharged(other), other));

        assertThatThrownBy(() -> as(() -> house.transactions().execute(state -> {
                    post(ticket, contract);
                    throw new IllegalStateException("disk full");
                })))
                .hasMessage("disk full");

        assertThat(serial(post(ticket, contract))).isEqualTo(before + 1);
    }

    @Test
    void postings_side_by_side_leave_no_gap() throws Exception {
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            contracts.add(perDocument("PER_TICKET"));
        }
        List<Callable<Invoice>> postings = new ArrayList<>();
        for (Contract contract : contracts) {
            Ticket ticket = anotherCharged(contract);
            postings.add(() -> post(ticket, contract));
        }
        var threads = Executors.newFixedThreadPool(4);
        List<Integer> serials = new ArrayList<>();
        for (Future<Invoice> posted : threads.invokeAll(postings)) {
            serials.add(serial(posted.get()));
        }
        threads.shutdown();

        int first = serials.stream().min(Integer::compare).orElseThrow();
        assertThat(serials).doesNotHaveDuplicates();
        assertThat(serials.stream().max(Integer::compare).orElseThrow()).isEqualTo(first + 7);
    }

    @Test
    void an_export_bears_no_tax_and_says_why() {
        String client = "export" + clients++;
        house.client(client, "DE", null, "de-DE");
        Contract contract = house.contract(
                client, PricingModel.PER_TRANSACTION, "EUR", "PER_TICKET", rate("per-document", "0.40", "document"));
        Ticket ticket = anotherCharged(contract);

        Invoice invoice = post(ticket, contract);

        assertThat(invoice.total()).isEqualTo(Money.of("0.40", "EUR"));
        assertThat(invoice.placeOfSupply()).isEqualTo("96-Germany");
        assertThat(invoice.notes()).anyMatch(note -> note.contains("export under bond or letter of undertaking"));
        assertThat(invoice.notes()).anyMatch(note -> note.contains("no exchange rate is on record"));
    }

    @Test
    void two_people_confirm_a_rule_and_the_same_one_twice_does_not_count() {
        TaxRules rules = house.bean(TaxRules.class);
        var rule = as(() -> rules.on("IN", "sac/reporting", LocalDate.of(2026, 9, 10), house.clock().instant()));

        var once = as(() -> rules.approve(rule.id(), "finance"));
        assertThat(once.verified()).isFalse();
        assertThatThrownBy(() -> as(() -> rules.approve(once.id(), "finance"))).hasMessageContaining("second person");
        assertThat(as(() -> rules.approve(once.id(), "supervisor")).verified()).isTrue();
        assertThat(as(() -> rules.on("IN", "sac/reporting", LocalDate.of(2026, 9, 10), house.clock().instant()))
                        .verified())
                .isTrue();
    }

    private static Contract perDocument(String invoicing) {
        return contract(PricingModel.PER_TRANSACTION, invoicing, rate("per-document", "3.50", "document"));
    }

    private static Contract contract(PricingModel model, String invoicing, Rate... rates) {
        String client = "billed" + clients++;
        house.client(client, "IN", "29", "en-IN");
        return house.contract(client, model, "INR", invoicing, rates);
    }

    private static Ticket anotherCharged(Contract contract) {
        Ticket ticket = house.ticket(contract);
        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 1));
        return ticket;
    }

    private static Invoice post(Ticket ticket, Contract contract) {
        return tryPost(ticket, contract).orElseThrow();
    }

    private static Optional<Invoice> tryPost(Ticket ticket, Contract contract) {
        List<Charge> charges = charges(ticket);
        UUID invoice = charges.get(charges.size() - 1).invoiceId();
        return as(() -> house.bean(Posting.class).post(invoice, contract));
    }

    private static List<Charge> charges(Ticket ticket) {
        return as(() -> house.bean(Charges.class).of(ticket.id()));
    }

    private static List<Invoice> invoices(Contract contract) {
        return as(() -> house.bean(Invoices.class).of(contract.client(), null, 10));
    }

    private static List<InvoiceLine> lines(Invoice invoice) {
        return as(() -> house.bean(Invoices.class).lines(invoice.number()));
    }

    private static Invoices.RunResult run(String month) {
        return as(() -> house.bean(Invoices.class).run(YearMonth.parse(month)));
    }

    private static void at(String instant) {
        house.clock().set(Instant.parse(instant));
    }

    private static List<RecordedEvent> history(Ticket ticket, String kind) {
        return as(() -> house.bean(Tickets.class).history(ticket.id())).stream()
                .filter(event -> event.kind().equals(kind))
                .toList();
    }

    private static List<String> shares(Ticket ticket) {
        return as(() -> JDBC.sql("""
                        select s.payee || ' ' || sum(s.units)::int || ' ' || sum(s.amount)::numeric(10, 2)
                        from payout_share s join charge c on c.id = s.charge_id where c.ticket_id = ?
                        group by s.payee order by s.payee""")
                .param(ticket.id().value())
                .query(String.class)
                .list());
    }

    private static int serial(Invoice invoice) {
        return Integer.parseInt(invoice.number().substring(invoice.number().lastIndexOf('/') + 1));
    }

    private static <T> T as(Supplier<T> work) {
        return Objects.requireNonNull(Scope.system(work::get));
    }
}
