package org.ticketingos.ticket;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one ticket live on in another, and takes that back until they are closed. No row of either ticket moves: what
 * belongs together is read together, so undoing loses nothing. Decision 0007.
 */
@Service
@Transactional
public class Merging {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Relations relations;
    private final Clock clock;

    Merging(JdbcClient jdbc, Tickets tickets, Relations relations, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.relations = relations;
        this.clock = clock;
    }

    /** From now on everything about the first ticket happens on the second one. */
    public void merge(TicketId id, TicketId into, String reason) {
        lock(id, into);
        Ticket from = tickets.get(id);
        Ticket target = tickets.get(into);
        refuse(from, target);
        String why = reason(reason, "merged");
        jdbc.sql("insert into ticket_merge (ticket_id, client_id, into_id, at) values (?, ?, ?, ?)")
                .params(id.value(), from.client().value(), into.value(), now())
                .update();
        state(id, Status.MERGED, "Nothing here: it goes on in " + target.number());
        tickets.record(new TicketMerged(id, into, target.number().value(), why, clock.instant()));
        tickets.record(new TicketAbsorbed(into, id, from.number().value(), why, clock.instant()));
    }

    private void refuse(Ticket from, Ticket target) {
        if (from.id().equals(target.id())) {
            throw new TicketRefused("A ticket cannot be merged into itself.");
        }
        if (!from.client().equals(target.client())) {
            throw new TicketRefused("Only tickets of the same client can be merged: %s and %s belong to two."
                    .formatted(from.number(), target.number()));
        }
        for (Ticket each : List.of(from, target)) {
            if (!each.isOpen()) {
                throw new TicketRefused(each.number() + " is closed; a closed ticket is not merged.");
            }
            if (!each.kind().equals(Ticket.REQUEST)) {
                throw new TicketRefused(each.number() + " is a defect record; only requests are merged.");
            }
            into(each.id()).ifPresent(other -> {
                throw new TicketRefused("%s was merged into %s already.".formatted(each.number(), other.number()));
            });
            if (each.stage() == Stage.INVOICE_BILLING || each.stage() == Stage.CLOSURE) {
                throw new TicketRefused("The work of %s is accepted and being charged; it is too late to merge it."
                        .formatted(each.number()));
            }
        }
        if (relations.ancestors(target.id()).contains(from.id()) || relations.ancestors(from.id()).contains(target.id())) {
            throw new TicketRefused("%s and %s wait for each other as parent and part. Take that relation away first."
                    .formatted(from.number(), target.number()));
        }
    }

    /** The ticket goes its own way again, where it stood. */
    public void undo(TicketId id, String reason) {
        Ticket target = into(id).orElseThrow(() ->
                new TicketRefused(tickets.get(id).number() + " is not merged into another ticket."));
        lock(id, target.id());
        Ticket from = tickets.get(id);
        if (!from.isOpen()) {
            throw new TicketRefused("%s was closed with %s; the merge can no longer be undone."
                    .formatted(from.number(), target.number()));
        }
        if (jdbc.sql("delete from ticket_merge where ticket_id = ?").param(id.value()).update() == 0) {
            throw new TicketRefused("Somebody has undone this merge already.");
        }
        String why = reason(reason, "the merge was undone");
        state(id, Tickets.status(from.stage()), Tickets.nextAction(from.stage()));
        tickets.record(new TicketReleased(target.id(), id, from.number().value(), why, clock.instant()));
        tickets.record(new TicketUnmerged(id, target.id(), target.number().value(), why, clock.instant()));
    }

    /** The ticket it was merged into, if it was. */
    @Transactional(readOnly = true)
    public Optional<Ticket> into(TicketId id) {
        return jdbc.sql("select t.* from ticket_merge m join ticket t on t.id = m.into_id where m.ticket_id = ?")
                .param(id.value())
                .query(Tickets::ticket)
                .optional();
    }

    /** Where a ticket lives now: itself, or the last one of a chain of merges. */
    @Transactional(readOnly = true)
    public Ticket current(Ticket ticket) {
        Ticket here = ticket;
        for (Optional<Ticket> next = into(here.id()); next.isPresent(); next = into(here.id())) {
            here = next.get();
        }
        return here;
    }

    /** The tickets merged directly into this one, the oldest first. */
    @Transactional(readOnly = true)
    public List<Ticket> merged(TicketId into) {
        return jdbc.sql("""
                        select t.* from ticket_merge m join ticket t on t.id = m.ticket_id
                        where m.into_id = ? order by t.id""")
                .param(into.value())
                .query(Tickets::ticket)
                .list();
    }

    @EventListener
    void closed(TicketClosed event) {
        String number = tickets.get(event.ticketId()).number().value();
        merged(event.ticketId()).stream()
                .filter(Ticket::isOpen)
                .forEach(each -> tickets.close(each.id(), "merged into " + number, event.openUntil()));
    }

    /** Two people who merge the same tickets at once wait for each other; always in the same order. */
    private void lock(TicketId one, TicketId other) {
        jdbc.sql("select id from ticket where id in (?, ?) order by id for update")
                .params(one.value(), other.value())
                .query(UUID.class)
                .list();
    }

    private void state(TicketId id, Status status, String next) {
        jdbc.sql("update ticket set status = ?, next_action = ?, updated_at = ?, version = version + 1 where id = ?")
                .params(status.name(), next, now(), id.value())
                .update();
    }

    private static String reason(String reason, String otherwise) {
        String said = reason.strip();
        if (said.length() > LONGEST_REASON) {
            throw new TicketRefused("Say why in at most %d characters.".formatted(LONGEST_REASON));
        }
        return said.isEmpty() ? otherwise : said;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
