package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database itself keeps clients apart, whatever the program above it forgets. */
class SchemaIsolationTest extends WholeApplication {

    @Autowired
    JdbcClient jdbc;

    /** app_user: a log-in must be found before anybody is somebody. ticket_text, search_word: closed to the application. */
    @Test
    void every_table_with_a_client_is_guarded_row_by_row() {
        String withClient = """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'p', 'm', 'f') and a.attname = 'client_id' and not a.attisdropped
                  and c.relnamespace = 'public'::regnamespace""";
        String guarded = """
                 and c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
                 and (select count(*) from pg_policy p where p.polrelid = c.oid and p.polpermissive) = 1
                 and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                             and pg_get_expr(p.polqual, p.polrelid) like '%client_id = %ticketingos.client%'
                             and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))""";

        List<String> all = names(withClient);
        List<String> open = names("%1$s and c.relname not in (%1$s %2$s)".formatted(withClient, guarded));

        assertThat(all).hasSizeGreaterThan(40);
        assertThat(open).containsExactlyInAnyOrder("app_user", "search_word", "ticket_text");
    }

    @Test
    void the_search_words_are_closed_to_the_application() {
        for (String table : List.of("ticket_text", "search_word")) {
            assertThatThrownBy(() -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause().hasMessageContaining("permission denied");
            for (String right : List.of("select", "insert", "update", "delete", "truncate", "references", "trigger")) {
                assertThat(jdbc.sql("select has_table_privilege(?, ?)")
                                .params(table, right)
                                .query(Boolean.class)
                                .single())
                        .as(table + " " + right)
                        .isFalse();
            }
        }
    }

    /** A view runs with the rights of its owner unless it says otherwise, and so would pass by every policy. */
    @Test
    void no_view_looks_with_the_eyes_of_its_owner() {
        assertThat(names("""
                        select c.relname from pg_class c
                        where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
                          and not coalesce('security_invoker=true' = any (c.reloptions), false)"""))
                .isEmpty();
    }

    @Test
    void only_the_search_functions_run_with_the_rights_of_their_owner_and_none_can_be_led_astray() {
        String definers = "select p.proname from pg_proc p where p.prosecdef"
                + " and p.pronamespace = 'public'::regnamespace";

        assertThat(names(definers))
                .containsExactlyInAnyOrder("add_ticket_words", "find_tickets", "remember_ticket_words", "similar_words");
        assertThat(names(definers + " and not coalesce('search_path=public, pg_temp' = any (p.proconfig), false)"))
                .isEmpty();
    }

    @Test
    void the_application_cannot_lift_the_guard() {
        assertThat(jdbc.sql("""
                                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles
                                where rolname = current_user""")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(names("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner"
                        + " where r.rolname = current_user"))
                .isEmpty();
        assertThat(names("select r.rolname from pg_roles r where r.rolname <> current_user"
                        + " and pg_has_role(current_user, r.oid, 'member')"))
                .isEmpty();
        assertThatThrownBy(() -> jdbc.sql("alter table ticket disable row level security").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause().hasMessageContaining("must be owner");
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
