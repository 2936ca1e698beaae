package org.ticketingos.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** People at desks, and open tickets with a clock, a history and a step each, written straight into the database. */
final class DeskFill {

    private DeskFill() {}

    /** Log-ins {@code desk-1} and so on, copies of the sample company's agent. */
    static void people(Connection database, int people) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("""
                    insert into app_user (login, name, mail, password, roles, groups)
                    select 'desk-' || n, 'Desk ' || n, 'desk-' || n || '@house.example', password, roles, groups
                    from app_user cross join generate_series(1, %d) n where login = 'agent'""".formatted(people));
            sql.execute("""
                    insert into agent (login, name, capacity, languages, joined_on)
                    select 'desk-' || n, 'Desk ' || n, capacity, languages, joined_on
                    from agent cross join generate_series(1, %d) n where login = 'agent'""".formatted(people));
        }
    }

    /** Half of the steps wait in the data-entry queue, a quarter each with the service desk and the reviewers. */
    static void tickets(Connection database, int tickets, int people) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("""
                    insert into ticket (id, number, client_id, kind, subject, channel, requester, line, category,
                        priority, stage, status, queue, owner, next_action, contract_id, received_at, updated_at)
                    select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint - n), 12, '0') || '7'
                            || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
                        'T-' || (1000000 + n), client, 'REQUEST', 'Invoice ' || n || ' of vendor ' || (n %% 997), 'mail',
                        'someone@client.example', 'data-entry', 'invoice',
                        (array['LOW', 'NORMAL', 'NORMAL', 'HIGH'])[1 + n %% 4],
                        (array['PROCESS', 'PROCESS', 'CLASSIFY', 'QUALITY_CHECK'])[1 + n %% 4], 'IN_PROGRESS',
                        (array['data-entry', 'data-entry', 'service-desk', 'reviewers'])[1 + n %% 4],
                        case when n %% 10 = 0 then 'desk-' || (1 + n / 10 %% %d) end, 'Do the work',
                        client || '-data-entry', now() - n * interval '1 second', now() - n * interval '1 second'
                    from generate_series(1, %d) n
                    cross join lateral (select (array['acme', 'globex', 'nordwind', 'sunrise'])[1 + n %% 4]) c (client)"""
                    .formatted(people, tickets));
            sql.execute("""
                    insert into ticket_clock (ticket_id, client_id, kind, state, target_minutes, remaining_seconds,
                        warn_at, due_at, start_by, calendar_id, rule)
                    select id, client_id, 'resolution', 'RUNNING', 7200, 432000, received_at + interval '90 hours',
                        received_at + interval '120 hours', received_at + interval '119 hours', 'always', 'r'
                    from ticket where number ~ '^T-1[0-9]{6}$'""");
            sql.execute("""
                    insert into inbox_item (task_id, ticket_id, client_id, step, name, form, queue, assignee, due_at,
                        start_by, created_at)
                    select 'bench-' || t.id, t.id, t.client_id, 'validate-fields', 'Validate fields',
                        'data-entry-validate-fields', t.queue, t.owner, k.due_at, k.start_by, t.received_at
                    from ticket t join ticket_clock k on k.ticket_id = t.id where t.number ~ '^T-1[0-9]{6}$'""");
            sql.execute("""
                    insert into ticket_event (ticket_id, client_id, kind, at, actor, facts)
                    select id, client_id, 'note-written', updated_at, 'system', '{}'
                    from ticket cross join generate_series(1, 4) where number ~ '^T-1[0-9]{6}$'""");
            sql.execute("vacuum analyze");
        }
    }
}
