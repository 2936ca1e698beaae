package org.ticketingos.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Replies that are written and can still be taken back: let go when their time has come. */
@Component
class HeldMessages {

    private final JdbcClient jdbc;
    private final MessageDrafts drafts;
    private final Tickets tickets;
    private final Clock clock;
    private final TransactionTemplate transactions;

    HeldMessages(
            JdbcClient jdbc,
            MessageDrafts drafts,
            Tickets tickets,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.tickets = tickets;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    private record Due(UUID id, TicketId ticket, String author) {}

    /** Lets everything go whose time has come; only now has the client been answered. */
    void release() {
        while (Boolean.TRUE.equals(transactions.execute(status -> releaseOne()))) {
            // each in a transaction of its own
        }
    }

    private boolean releaseOne() {
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Due> due = jdbc.sql("""
                        update message set state = case channel when 'mail' then 'QUEUED' else 'SENT' end,
                                           at = :now, next_attempt_at = :now
                        where id = (select id from message where state = 'HELD' and next_attempt_at <= :now
                                    order by next_attempt_at limit 1 for update skip locked)
                        returning id, ticket_id, author""")
                .param("now", now)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        row.getString("author")))
                .optional();
        due.ifPresent(one -> by(one.author(),
                () -> tickets.record(new ReplyWritten(one.ticket(), one.id(), false, clock.instant()))));
        return due.isPresent();
    }

    /** The history names the person who wrote, not the thread that let it go. */
    private static void by(String login, Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext author = SecurityContextHolder.createEmptyContext();
        author.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(login, null, List.of()));
        SecurityContextHolder.setContext(author);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** What waits for business hours is taken back: it was written before the client said this. */
    @EventListener
    void clientWrote(ClientReplied reply) {
        jdbc.sql("select id from message where ticket_id = ? and state = 'HELD' and scheduled for update")
                .param(reply.ticketId().value())
                .query(UUID.class)
                .list()
                .forEach(id -> {
                    String author = drafts.takeBack(id);
                    tickets.record(new ReplyTakenBack(
                            reply.ticketId(), author, "the client wrote first", clock.instant()));
                });
    }
}
