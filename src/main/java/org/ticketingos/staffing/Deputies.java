package org.ticketingos.staffing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.staffing.Absences.Away;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Moves an absent person's work to the deputy, what comes later too, and brings back what is still open afterwards. */
@Component
class Deputies {

    private static final Logger LOG = LoggerFactory.getLogger(Deputies.class);
    private static final String EVERY = "${ticketingos.staffing.watch:PT20S}";

    private final Absences absences;
    private final Candidates candidates;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deputies(
            Absences absences,
            Candidates candidates,
            Tickets tickets,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.absences = absences;
        this.candidates = candidates;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void look() {
        Scope.system(() -> {
            absences.toEnd().forEach(away -> safely(away, () -> back(away)));
            absences.toStart().forEach(away -> safely(away, () -> over(away)));
        });
    }

    private void safely(Away away, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("the work of {} could not be moved; trying again", away.login(), e);
        }
    }

    private record Held(TicketId ticket, String queue) {}

    private void over(Away away) {
        for (Held held : held(away.login())) {
            transaction.executeWithoutResult(status -> move(away, held));
        }
        absences.started(away.id());
    }

    /** What a person owns or has a step of. */
    private List<Held> held(String login) {
        return jdbc.sql("""
                        select t.id, coalesce(t.queue, 'service-desk') as queue from ticket t
                        where t.owner = :login and t.closed_at is null and t.status <> 'MERGED'
                        union
                        select i.ticket_id, i.queue from inbox_item i join ticket t on t.id = i.ticket_id
                        where i.assignee = :login and i.queue is not null and t.status <> 'MERGED'
                          and t.owner is distinct from :login""")
                .param("login", login)
                .query((row, n) -> new Held(new TicketId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    private void move(Away away, Held held) {
        Ticket ticket = tickets.get(held.ticket());
        String deputy = deputy(away, ticket);
        if (deputy == null) {
            tickets.assign(ticket.id(), held.queue(), null, "Back to the queue: " + away.login() + " is away and nobody stands in.");
            return;
        }
        jdbc.sql("""
                        insert into ticket_deputy (ticket_id, client_id, absent, deputy, absence_id, since)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (ticket_id) do update set absent = excluded.absent, deputy = excluded.deputy,
                            absence_id = excluded.absence_id, since = excluded.since""")
                .params(ticket.id().value(), ticket.client().value(), away.login(), deputy, away.id(),
                        Timestamp.from(clock.instant()))
                .update();
        tickets.assign(ticket.id(), held.queue(), deputy, deputy + " stands in for " + away.login() + ".");
        tickets.record(new DeputyTookOver(ticket.id(), deputy, away.login(), away.to(), clock.instant()));
    }

    private @Nullable String deputy(Away away, Ticket ticket) {
        Set<String> walled = candidates.walled(ticket);
        return away.deputy() == null || walled.contains(away.deputy()) ? null : away.deputy();
    }

    private void back(Away away) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            select t.id, coalesce(t.queue, 'service-desk') as queue from ticket_deputy d
                            join ticket t on t.id = d.ticket_id
                            where d.absence_id = ? and t.owner = d.deputy and t.closed_at is null""")
                    .param(away.id())
                    .query((row, n) -> new Held(new TicketId(row.getObject(1, UUID.class)), row.getString(2)))
                    .list()
                    .forEach(held -> back(away, held));
            jdbc.sql("delete from ticket_deputy where absence_id = ?").param(away.id()).update();
            absences.ended(away.id());
        });
    }

    private void back(Away away, Held held) {
        jdbc.sql("delete from ticket_deputy where ticket_id = ?").param(held.ticket().value()).update();
        tickets.assign(held.ticket(), held.queue(), away.login(), away.login() + " is back.");
        tickets.record(new AbsenceEnded(held.ticket(), String.valueOf(away.deputy()), away.login(), clock.instant()));
    }
}
