package org.ticketingos.ticket;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What tickets have to do with each other; and that none closes before the ones it waits for. */
@Service
@Transactional
public class Relations {

    private static final String WAITS = "('child', 'depends-on')";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;

    Relations(JdbcClient jdbc, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A relation of one ticket, with the other one as it stands now. */
    public record Related(Relation relation, Ticket other) {}

    public void add(TicketId id, Relation relation, TicketId otherId) {
        lock(id, otherId);
        Ticket one = tickets.get(id);
        Ticket other = tickets.get(otherId);
        if (id.equals(otherId)) {
            throw new TicketRefused("A ticket has nothing to do with itself.");
        }
        if (!one.client().equals(other.client())) {
            throw new TicketRefused("%s and %s belong to two clients and cannot be related."
                    .formatted(one.number(), other.number()));
        }
        if (of(id).stream().anyMatch(known -> known.relation() == relation && known.other().id().equals(otherId))) {
            throw new TicketRefused("%s %s %s already.".formatted(one.number(), relation.label(), other.number()));
        }
        if (relation.waits()) {
            canWait(one, relation, other);
        } else if (relation.inverse().waits()) {
            canWait(other, relation.inverse(), one);
        }
        tickets.link(new Link(id, relation.code(), other.number().value(), other.number() + " " + other.subject()));
        tickets.link(new Link(
                otherId, relation.inverse().code(), one.number().value(), one.number() + " " + one.subject()));
    }

    private void canWait(Ticket waiting, Relation relation, Ticket blocker) {
        if (!waiting.isOpen() || waiting.stage() == Stage.CLOSURE) {
            throw new TicketRefused("%s is closing or closed; it can wait for nothing more.".formatted(waiting.number()));
        }
        if (relation == Relation.CHILD) {
            of(blocker.id()).stream().filter(known -> known.relation() == Relation.PARENT).findFirst().ifPresent(known -> {
                throw new TicketRefused("%s is part of %s already; a ticket has one parent."
                        .formatted(blocker.number(), known.other().number()));
            });
        }
        if (ancestors(waiting.id()).contains(blocker.id())) {
            throw new TicketRefused("%s waits for %s already; both would wait for ever."
                    .formatted(blocker.number(), waiting.number()));
        }
    }

    /** Takes a relation away on both sides; adding it again undoes that. */
    public void remove(TicketId id, Relation relation, TicketId otherId) {
        Ticket one = tickets.get(id);
        Ticket other = tickets.get(otherId);
        int gone = unlink(id, relation, other) + unlink(otherId, relation.inverse(), one);
        if (gone == 0) {
            throw new TicketRefused("%s no longer %s %s.".formatted(one.number(), relation.label(), other.number()));
        }
        tickets.record(new TicketsUnlinked(id, relation.code(), other.number().value(), clock.instant()));
        tickets.record(new TicketsUnlinked(otherId, relation.inverse().code(), one.number().value(), clock.instant()));
        free(relation.waits() ? id : otherId);
    }

    private int unlink(TicketId id, Relation relation, Ticket target) {
        return jdbc.sql("delete from ticket_link where ticket_id = ? and relation = ? and target = ?")
                .params(id.value(), relation.code(), target.number().value())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Related> of(TicketId id) {
        return jdbc.sql("""
                        select l.relation, t.* from ticket_link l join ticket t on t.number = l.target
                        where l.ticket_id = ? order by l.id""")
                .param(id.value())
                .query((row, n) -> Relation.of(row.getString("relation")).stream()
                        .map(relation -> related(relation, row, n))
                        .toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Related related(Relation relation, java.sql.ResultSet row, int n) {
        try {
            return new Related(relation, Tickets.ticket(row, n));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Open tickets this one, or one merged into it, cannot close before. */
    @Transactional(readOnly = true)
    public List<Ticket> blockers(TicketId id) {
        return jdbc.sql("""
                        select distinct t.* from ticket_link l join ticket t on t.number = l.target
                        where l.ticket_id in (select with_merged(:id)) and l.relation in %s and t.closed_at is null
                          and t.id not in (select with_merged(:id)) order by t.id""".formatted(WAITS))
                .param("id", id.value())
                .query(Tickets::ticket)
                .list();
    }

    /** Everything that waits for a ticket, directly or through others. */
    Set<TicketId> ancestors(TicketId id) {
        return new HashSet<>(jdbc.sql("""
                        with recursive up (id, number) as (
                            select id, number from ticket where id = ?
                            union
                            select t.id, t.number from up
                            join ticket_link l on l.target = up.number and l.relation in %s
                            join ticket t on t.id = l.ticket_id)
                        select id from up where id <> ?""".formatted(WAITS))
                .params(id.value(), id.value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list());
    }

    /** After the merged ones have closed with it. */
    @EventListener
    @Order
    void closed(TicketClosed event) {
        jdbc.sql("""
                        select distinct l.ticket_id from ticket t
                        join ticket_link l on l.target = t.number and l.relation in %s where t.id = ?"""
                                .formatted(WAITS))
                .param(event.ticketId().value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list()
                .forEach(this::free);
    }

    private void free(TicketId waiting) {
        Ticket ticket = jdbc.sql("""
                        with recursive up (id) as (
                            select ?::uuid union select m.into_id from ticket_merge m join up on up.id = m.ticket_id)
                        select t.* from up join ticket t using (id)
                        where not exists (select 1 from ticket_merge m where m.ticket_id = t.id)""")
                .param(waiting.value())
                .query(Tickets::ticket)
                .single();
        if (ticket.isOpen() && blockers(ticket.id()).isEmpty()) {
            tickets.record(new BlockersGone(ticket.id(), clock.instant()));
        }
    }

    private void lock(TicketId one, TicketId other) {
        jdbc.sql("select id from ticket where id in (?, ?) order by id for update")
                .params(one.value(), other.value())
                .query(UUID.class)
                .list();
    }
}
