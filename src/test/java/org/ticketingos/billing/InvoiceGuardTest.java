package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.billing.BillingHouse.rate;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.access.Scope;
import org.ticketingos.client.Contract;
import org.ticketingos.client.PricingModel;
import org.ticketingos.ticket.Ticket;

/** What the database itself refuses, whoever asks. */
class InvoiceGuardTest {

    private static final JdbcClient JDBC = Database.jdbc();
    private static BillingHouse house;
    private static int clients;

    private Contract contract;
    private Ticket ticket;
    private Charge charge;

    @BeforeAll
    static void open() {
        house = new BillingHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void a_charged_ticket() {
        String client = "guarded" + clients++;
        house.client(client, "IN", "29", "en-IN");
        contract = house.contract(
                client, PricingModel.PER_TRANSACTION, "INR", "PER_TICKET", rate("per-document", "3.50", "document"));
        ticket = house.ticket(contract);
        house.bill(contract, ticket, "per-document", house.documents(contract, ticket, "amy", 2));
        charge = Objects.requireNonNull(Scope.system(() -> house.bean(Charges.class).of(ticket.id()))).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update invoice set total = total + 1, round_off = round_off + 1 where id = :id",
        "update invoice set notes = '{}' where id = :id",
        "update invoice set recipient = '{}' where id = :id",
        "update invoice set state = 'GATHERING' where id = :id",
        "delete from invoice where id = :id",
        "update invoice_line set text = 'another' where invoice_id = :id",
        "delete from invoice_line where invoice_id = :id",
        "update charge set amount = 1 where invoice_id = :id",
        "delete from charge where invoice_id = :id",
        "update payout_share set amount = amount + 1 where charge_id in (select id from charge where invoice_id = :id)",
        "delete from charge_usage where charge_id in (select id from charge where invoice_id = :id)",
        "update usage_event set quantity = 9 where contract_id = (select contract_id from invoice where id = :id)"
    })
    void a_posted_invoice_and_all_it_stands_on_never_changes(String change) {
        post();

        assertThatThrownBy(() -> sql(change)).rootCause().hasMessageFindingMatch("is posted|never change");
    }

    @Test
    void only_its_state_moves_and_only_forwards() {
        post();

        sql("update invoice set state = 'PAID' where id = :id");
        assertThatThrownBy(() -> sql("update invoice set state = 'POSTED' where id = :id"))
                .rootCause()
                .hasMessageContaining("is posted");
    }

    @Test
    void a_line_cannot_be_added_after_posting() {
        post();

        assertThatThrownBy(() -> sql("""
                        insert into invoice_line select invoice_id, 99, client_id, text, sac, quantity, unit, rate, exact,
                        amount, tax_percent, cgst, sgst, igst from invoice_line where invoice_id = :id"""))
                .rootCause()
                .hasMessageContaining("the line goes on the next");
    }

    @Test
    void an_invoice_whose_lines_do_not_add_up_cannot_be_posted() {
        assertThatThrownBy(() -> sql("""
                        update invoice set state = 'POSTED', number = 'X/' || substr(md5(id::text), 1, 8),
                            invoice_date = '2026-09-10', due_date = '2026-10-10', posted_at = now(),
                            supply = 'INTRA_STATE', place_of_supply = '29', net = 7, cgst = 0, sgst = 0, igst = 0,
                            round_off = 0, total = 7, words = 'seven', notes = '{}', rule_ids = '{}', supplier = '{}',
                            recipient = '{}', document_id = gen_random_uuid()
                        where id = :id"""))
                .rootCause()
                .hasMessageContaining("do not add up");
    }

    @Test
    void a_total_that_is_not_lines_tax_and_round_off_is_refused() {
        assertThatThrownBy(() -> sql("""
                        update invoice set state = 'POSTED', number = 'Y/' || substr(md5(id::text), 1, 8),
                            invoice_date = '2026-09-10', due_date = '2026-10-10', posted_at = now(),
                            supply = 'INTRA_STATE', place_of_supply = '29', net = 0, cgst = 0, sgst = 0, igst = 0,
                            round_off = 0, total = 7, words = 'seven', notes = '{}', rule_ids = '{}', supplier = '{}',
                            recipient = '{}', document_id = gen_random_uuid()
                        where id = :id"""))
                .rootCause()
                .hasMessageContaining("invoice_check");
    }

    @Test
    void shares_that_do_not_add_up_to_their_charge_are_refused() {
        assertThatThrownBy(() -> sql("""
                        insert into charge select gen_random_uuid(), client_id, contract_id, ticket_id, invoice_id,
                        rate_id, period, 9, 1, text, quantity, unit, rate, exact, amount, currency, usage_hash,
                        written_at from charge where invoice_id = :id"""))
                .rootCause()
                .hasMessageContaining("do not add up");
    }

    @Test
    void a_client_sees_its_invoice_and_not_who_earns_from_it() {
        post();

        assertThat(rows("invoice")).isEqualTo(1);
        assertThat(rows("charge")).isEqualTo(1);
        assertThat(rows("payout_share")).isZero();
    }

    /** Rows of a table as a person of this client sees them. */
    private int rows(String table) {
        return Objects.requireNonNull(Scope.system(() -> house.transactions().execute(state -> {
            JDBC.sql("select set_config('ticketingos.client', ?, true)")
                    .param(contract.client().value())
                    .query()
                    .singleRow();
            return JDBC.sql("select count(*) from " + table).query(Integer.class).single();
        })));
    }

    private void post() {
        UUID id = charge.invoiceId();
        Scope.system(() -> house.bean(Posting.class).post(id, contract).orElseThrow());
    }

    private int sql(String statement) {
        return Objects.requireNonNull(Scope.system(
                () -> JDBC.sql(statement).param("id", charge.invoiceId()).update()));
    }
}
