package org.ticketingos.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

class AuditTrailTest {

    private static final JdbcClient JDBC = Database.jdbc();
    private static final TransactionTemplate TRANSACTION = Database.transactions();

    @TempDir
    private static Path outside;

    private static AnnotationConfigApplicationContext context;
    private static int clients;

    private final AuditTrail trail = context.getBean(AuditTrail.class);
    private final Tickets tickets = context.getBean(Tickets.class);
    private ClientId client = ClientId.HOUSE;

    @BeforeAll
    static void house() {
        context = Wired.modules("org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.audit");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("ticketingos.data-dir", outside.toString())));
        context.refresh();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void a_client_of_its_own() {
        client = new ClientId("audited" + clients++);
        Scope.system(() -> JDBC.sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, 'Acme', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@acme.example')""")
                .param(client.value())
                .update());
    }

    @Test
    void every_event_of_a_ticket_is_an_entry_linked_to_the_one_before() {
        Ticket ticket = ticket();
        as(() -> {
            tickets.received(ticket.id());
            tickets.changePriority(ticket.id(), Priority.HIGH, "asked by phone");
            return ticket;
        });

        List<AuditEntry> entries = as(() -> trail.of(ticket.id()));
        assertThat(entries).extracting(AuditEntry::event).containsExactly("ticket-received", "priority-changed");
        assertThat(entries).extracting(AuditEntry::seq).containsExactly(1L, 2L);
        assertThat(entries.get(0).previousHash()).isEqualTo(AuditEntry.NONE_BEFORE);
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
        assertThat(entries.get(1).payload()).contains("asked by phone");
        assertThat(verify().intact()).isTrue();
        assertThat(verify().entries()).isEqualTo(2);
    }

    @Test
    void an_act_that_is_rolled_back_leaves_no_entry() {
        Ticket ticket = ticket();
        assertThatThrownBy(() -> as(() -> TRANSACTION.execute(state -> {
                    tickets.received(ticket.id());
                    throw new IllegalStateException("power cut");
                })))
                .hasMessage("power cut");
        as(() -> {
            tickets.received(ticket.id());
            return ticket;
        });

        assertThat(as(() -> trail.of(ticket.id()))).hasSize(1);
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void acts_that_are_about_no_ticket_are_remembered_too() {
        Scope.system(() -> trail.record(client, "admin", "settings-changed", Map.of("b", 1.50, "a", "ü\n\"x\"")));

        AuditEntry entry = as(() -> trail.entries(client, Long.MAX_VALUE, 10)).get(0);
        assertThat(entry.actor()).isEqualTo("admin");
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void acts_side_by_side_stand_in_one_gapless_chain() throws Exception {
        Ticket ticket = ticket();
        List<Callable<Ticket>> acts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            acts.add(() -> as(() -> {
                tickets.received(ticket.id());
                return ticket;
            }));
        }
        var threads = Executors.newFixedThreadPool(8);
        for (Future<Ticket> act : threads.invokeAll(acts)) {
            act.get();
        }
        threads.shutdown();

        assertThat(verify().intact()).isTrue();
        assertThat(verify().entries()).isEqualTo(40);
    }

    @Test
    void nobody_changes_or_removes_an_entry_not_even_the_owner_of_the_table() {
        acts(1);

        for (String change : List.of(
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_checkpoint")) {
            assertThatThrownBy(() -> Scope.system(() -> JDBC.sql(change).update()))
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage("ERROR: permission denied for table " + table(change));
            assertThatThrownBy(() -> superuser(change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void one_flipped_byte_is_named_with_its_entry() throws SQLException {
        acts(5);

        tamper("""
                update audit_entry set payload = jsonb_set(payload, '{reason}', '"number 4!"')
                where client_id = '%s' and seq = 3""");

        assertBroken(3, "its content is not what its hash was taken of");
    }

    @Test
    void a_removed_entry_is_named() throws SQLException {
        acts(5);

        tamper("delete from audit_entry where client_id = '%s' and seq = 2");

        assertBroken(2, "it is missing");
    }

    @Test
    void swapped_entries_are_named() throws SQLException {
        acts(5);

        tamper("""
                update audit_entry set seq = seq + 100 where client_id = '%1$s' and seq = 2;
                update audit_entry set seq = 2 where client_id = '%1$s' and seq = 3;
                update audit_entry set seq = 3 where client_id = '%1$s' and seq = 102""");

        assertBroken(2, "it does not follow the entry before it");
    }

    @Test
    void a_history_that_was_rewritten_is_named_by_the_entry_that_knows_better() throws SQLException {
        acts(4);

        superuser("""
                update ticket_event set facts = jsonb_set(facts, '{reason}', '"another"') where seq =
                (select event_seq from audit_entry where client_id = '%s' and seq = 2)""".formatted(client));

        assertBroken(2, "tells event");
    }

    @Test
    void a_tail_that_was_cut_off_is_missed_by_the_checkpoint() throws SQLException {
        acts(5);
        as(trail::checkpoint);

        tamper("delete from audit_entry where client_id = '%s' and seq > 3");

        assertBroken(4, "counts 5, there are 3");
    }

    @Test
    void a_chain_rewritten_from_its_start_differs_from_the_copy_kept_outside() throws SQLException {
        acts(3);
        as(trail::checkpoint);
        tamper("delete from audit_entry where client_id = '%s'");
        tamper("delete from audit_checkpoint where client_id = '%s'");
        acts(3);

        assertBroken(3, "are not those the checkpoint of");
    }

    @Test
    void a_checkpoint_signed_with_another_key_is_named() throws SQLException {
        acts(2);
        as(trail::checkpoint);

        tamper("update audit_checkpoint set signature = repeat('0', 128) where client_id = '%s'");

        assertBroken(2, "is not signed with our key");
    }

    @Test
    void a_chain_that_has_not_grown_gets_no_new_checkpoint_and_one_that_has_grows_from_the_last() {
        acts(3);
        assertThat(mine(as(trail::checkpoint))).hasSize(1);
        assertThat(mine(as(trail::checkpoint))).isEmpty();
        acts(4);
        assertThat(mine(as(trail::checkpoint))).extracting(Checkpoint::size).containsExactly(7L);

        assertThat(verify().intact()).isTrue();
    }

    @Test
    void the_verifier_works_without_the_application_and_says_what_is_wrong() throws SQLException {
        acts(3);
        as(trail::checkpoint);
        assertThat(command(Map.of())).contains(client + ": intact, 3 entries, 1 checkpoints");

        tamper("update audit_entry set actor = 'mallory' where client_id = '%s' and seq = 2");

        assertThat(command(Map.of())).contains(client + ": BROKEN at entry 2", "EXIT 1");
        assertThat(command(Map.of("AUDIT_DB_URL", "jdbc:postgresql://localhost:1/none"))).contains("EXIT 2");
    }

    private static String command(Map<String, String> other) {
        Map<String, String> settings = Database.settings();
        Map<String, String> environment = new HashMap<>(Map.of(
                "AUDIT_DB_URL", settings.get("spring.datasource.url"),
                "AUDIT_DB_USER", settings.get("spring.datasource.username"),
                "AUDIT_DB_PASSWORD", settings.getOrDefault("spring.datasource.password", ""),
                "AUDIT_PUBLIC_KEY", outside.resolve("audit.key.pub").toString(),
                "AUDIT_CHECKPOINTS", outside.resolve("audit-checkpoints.tsv").toString()));
        environment.putAll(other);
        var bytes = new ByteArrayOutputStream();
        int exit = VerifyAudit.run(environment, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8) + "EXIT " + exit;
    }

    @Test
    void the_secret_key_is_for_its_owner_only() throws IOException {
        acts(1);
        as(trail::checkpoint);

        assertThat(Files.getPosixFilePermissions(outside.resolve("audit.key"))).hasSize(2);
    }

    private static String table(String change) {
        return change.contains("audit_checkpoint") ? "audit_checkpoint" : "audit_entry";
    }

    private void acts(int count) {
        Ticket ticket = ticket();
        for (int i = 0; i < count; i++) {
            Priority to = i % 2 == 0 ? Priority.HIGH : Priority.LOW;
            String reason = "number " + i;
            as(() -> {
                tickets.changePriority(ticket.id(), to, reason);
                return ticket;
            });
        }
    }

    private Ticket ticket() {
        return as(() -> tickets.open(NewTicket.request(
                client, "Invoice 7", "mail", "amy@acme.example", Instant.parse("2026-09-10T06:00:00Z"))));
    }

    private Verification verify() {
        return as(() -> trail.verify(client));
    }

    private void assertBroken(long seq, String what) {
        Verification found = verify();
        assertThat(found.firstBreak()).hasValueSatisfying(bad -> {
            assertThat(bad.seq()).isEqualTo(seq);
            assertThat(bad.what()).contains(what);
        });
    }

    private List<Checkpoint> mine(List<Checkpoint> all) {
        return all.stream().filter(checkpoint -> checkpoint.client().equals(client)).toList();
    }

    /** As somebody who owns the server: triggers off, change, triggers on. */
    private void tamper(String change) throws SQLException {
        superuser("set session_replication_role = replica; " + change.formatted(client));
    }

    private static void superuser(String statements) throws SQLException {
        try (var connection = Database.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statements);
        }
    }

    private static <T> T as(Supplier<T> work) {
        return Objects.requireNonNull(Scope.system(work::get));
    }
}
