package org.ticketingos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.ticketingos.Database;
import org.ticketingos.client.ClientId;

class RowSecurityTest {

    private static final JdbcClient JDBC = Database.jdbc();

    @BeforeAll
    static void two_clients() {
        Scope.system(() -> List.of("sight-one", "sight-two").forEach(id -> JDBC.sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, ?, 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')""")
                .params(id, id)
                .update()));
    }

    @AfterEach
    void log_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_thread_that_is_nobody_sees_nothing() {
        assertThat(clients()).isEmpty();
    }

    @Test
    void a_client_sees_its_own_rows_only() {
        logIn("sight-one");

        assertThat(clients()).containsExactly("sight-one");
    }

    @Test
    void a_connection_used_by_one_client_shows_the_next_client_nothing_of_it() {
        for (int round = 0; round < 20; round++) {
            logIn("sight-one");
            assertThat(clients()).containsExactly("sight-one");
            logIn("sight-two");
            assertThat(clients()).containsExactly("sight-two");
        }
    }

    @Test
    void writing_into_another_clients_rows_is_refused() {
        logIn("sight-one");

        assertThatThrownBy(() -> JDBC.sql(
                                "insert into contact (id, client_id, name, mail) values ('x', 'sight-two', 'X', 'x@y')")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(JDBC.sql("update client set name = 'mine' where id = 'sight-two'").update())
                .isZero();
    }

    @Test
    void the_house_sees_all() {
        Scope.system(() -> assertThat(clients()).contains("sight-one", "sight-two"));
    }

    private static List<String> clients() {
        return JDBC.sql("select id from client where id like 'sight-%' order by id").query(String.class).list();
    }

    private static void logIn(String client) {
        CurrentUser user = new CurrentUser(
                "someone", "Someone", Set.of(Role.CLIENT), new ClientId(client), Set.of("client:" + client));
        Account account = new Account(user, "", true);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(account, "", account.getAuthorities()));
    }
}
