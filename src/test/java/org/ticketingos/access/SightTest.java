package org.ticketingos.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.client.ClientId;

/** Within one client the database itself shows each person no more than their rights. */
class SightTest {

    private static final JdbcClient JDBC = Database.jdbc();

    private final String client = "eyes-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void three_requests_and_an_invoice_paper() {
        Scope.system(() -> {
            JDBC.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, 'Eyes', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')""")
                    .param(client)
                    .update();
            for (String requester : List.of("rohan", "Rohan@Acme.example", "meera")) {
                UUID id = UUID.randomUUID();
                JDBC.sql("""
                                insert into ticket (id, number, client_id, kind, subject, channel, requester, priority,
                                                    stage, status, next_action, received_at, updated_at)
                                values (?, ?, ?, 'REQUEST', 'x', 'portal', ?, 'NORMAL', 'REQUEST', 'NEW', 'x', now(),
                                        now())""")
                        .params(id, "E-" + id, client, requester)
                        .update();
                JDBC.sql("""
                                insert into ticket_event (ticket_id, client_id, kind, at, actor, facts)
                                values (?, ?, 'x', now(), 'x', '{}')""")
                        .params(id, client)
                        .update();
                paper(id.toString());
            }
            paper("invoice:1");
        });
    }

    @AfterEach
    void log_out() {
        LoggedIn.nobody();
    }

    @Test
    void a_requester_sees_what_he_asked_for_by_log_in_or_by_mail() {
        logIn(new ClientRights(EnumSet.of(ClientRole.REQUESTER), false, false));

        assertThat(count("ticket")).isEqualTo(2);
        assertThat(count("ticket_event")).isEqualTo(2);
        assertThat(count("document")).isEqualTo(2);
    }

    @Test
    void a_viewer_of_the_company_sees_all_requests_but_no_invoice() {
        logIn(new ClientRights(EnumSet.of(ClientRole.VIEWER), true, false));

        assertThat(count("ticket")).isEqualTo(3);
        assertThat(count("document")).isEqualTo(3);
    }

    @Test
    void who_may_see_invoices_sees_their_papers() {
        logIn(new ClientRights(EnumSet.of(ClientRole.REQUESTER), false, true));

        assertThat(count("ticket")).isEqualTo(2);
        assertThat(count("document")).isEqualTo(3);
    }

    @Test
    void an_approver_sees_the_whole_company() {
        logIn(new ClientRights(EnumSet.of(ClientRole.APPROVER), false, false));

        assertThat(count("ticket")).isEqualTo(3);
    }

    @Test
    void nobody_sees_nothing_and_the_house_all() {
        assertThat(count("ticket")).isZero();
        Scope.system(() -> assertThat(count("ticket")).isEqualTo(3));
    }

    private void logIn(ClientRights rights) {
        LoggedIn.as(new CurrentUser("rohan", "Rohan", Set.of(Role.CLIENT), new ClientId(client), Set.of(), rights,
                "rohan@acme.example"));
    }

    private int count(String table) {
        return JDBC.sql("select count(*) from " + table + " where client_id = ?")
                .param(client)
                .query(Integer.class)
                .single();
    }

    private void paper(String about) {
        JDBC.sql("""
                        insert into document (id, client_id, about, name, original_name, media_type, size, sha256,
                                              content, stored_at)
                        values (?, ?, ?, 'a', 'a', 'text/plain', 1, ?, 'x', now())""")
                .params(UUID.randomUUID(), client, about, "0".repeat(64))
                .update();
    }
}
