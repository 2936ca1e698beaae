package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.Database;

/** What a ticket says of its own clocks is what its clocks say, whoever changes them. */
class TicketFollowsClocksTest {

    private static final String NINE = "2026-01-21 09:00:00+00";
    private static final String TEN = "2026-01-21 10:00:00+00";
    private static final String ELEVEN = "2026-01-21 11:00:00+00";

    private final UUID ticket = UUID.randomUUID();
    private Connection one;
    private Connection other;

    @BeforeEach
    void a_ticket_with_two_clocks() throws SQLException {
        one = Database.superuser();
        other = Database.superuser();
        run(one, """
                insert into client (id, name, address, country, zone, locale, billing_mail)
                values ('follows', 'Follows', 'Road', 'IN', 'Asia/Kolkata', 'en-IN', 'a@b.example') on conflict do nothing""");
        run(one, "insert into work_calendar (id, name, zone) values ('follows', 'All', 'UTC') on conflict do nothing");
        run(one, """
                insert into ticket (id, number, client_id, kind, subject, channel, requester, priority, stage, status,
                    next_action, received_at, updated_at, closed_at)
                values ('%s', 'T-%d', 'follows', 'REQUEST', 'S', 'mail', 'a@b.example', 'NORMAL', 'PROCESS',
                    'IN_PROGRESS', 'Work', now(), now(), now())"""
                .formatted(ticket, 80_000_000 + Math.abs(ticket.hashCode() % 9_000_000)));
        clock("first-response", NINE, TEN);
        clock("resolution", TEN, ELEVEN);
    }

    @AfterEach
    void leave() throws SQLException {
        one.close();
        other.close();
    }

    @Test
    void the_first_running_clock_counts_then_the_next_then_none() throws SQLException {
        assertThat(standing()).isEqualTo("due 10 warn 9 running");
        run(one, "update ticket_clock set state = 'MET' where kind = 'first-response' and ticket_id = '" + ticket + "'");
        assertThat(standing()).isEqualTo("due 11 warn 10 running");
        run(one, "update ticket_clock set state = 'PAUSED', due_at = null where kind = 'resolution' and ticket_id = '" + ticket + "'");
        assertThat(standing()).isEqualTo("due none warn none paused");
        run(one, "delete from ticket_clock where ticket_id = '" + ticket + "'");
        assertThat(standing()).isEqualTo("due none warn none running");
    }

    @Test
    void of_two_who_change_two_clocks_at_once_nobodys_word_is_lost() throws Exception {
        one.setAutoCommit(false);
        run(one, "update ticket_clock set state = 'MET' where kind = 'first-response' and ticket_id = '" + ticket + "'");
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            try {
                run(other, "update ticket_clock set state = 'MET' where kind = 'resolution' and ticket_id = '" + ticket + "'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        untilSomebodyWaits();
        one.commit();
        second.get(30, TimeUnit.SECONDS);
        one.setAutoCommit(true);
        assertThat(standing()).isEqualTo("due none warn none running");
    }

    /** Until the second one stands behind the first one's lock. */
    private void untilSomebodyWaits() throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%" + ticket + "%'";
        try (Connection watch = Database.superuser()) {
            while (!read(watch, waiting).equals("1")) {
                assertThat(System.nanoTime()).as("somebody waits for the lock").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    private void clock(String kind, String warn, String due) throws SQLException {
        run(one, """
                insert into ticket_clock (ticket_id, client_id, kind, state, target_minutes, remaining_seconds, warn_at,
                    due_at, calendar_id, rule)
                values ('%s', 'follows', '%s', 'RUNNING', 60, 60, '%s', '%s', 'follows', 'r')"""
                .formatted(ticket, kind, warn, due));
    }

    private String standing() throws SQLException {
        return read(one, """
                select 'due ' || coalesce(extract(hour from clock_due at time zone 'UTC')::text, 'none')
                    || ' warn ' || coalesce(extract(hour from clock_warn at time zone 'UTC')::text, 'none')
                    || case when clock_paused then ' paused' else ' running' end
                from ticket where id = '""" + ticket + "'");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
