package org.ticketingos.macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Composed;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Writing;
import org.ticketingos.staffing.Staffing;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

/** One click, many changes: each through the same door as the single act, all of them or none. */
@Service
public class Macros {

    private final MacroBook book;
    private final Blanks blanks;
    private final Tickets tickets;
    private final Conversation conversation;
    private final Writing writing;
    private final Staffing staffing;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    Macros(
            MacroBook book,
            Blanks blanks,
            Tickets tickets,
            Conversation conversation,
            Writing writing,
            Staffing staffing,
            Inbox inbox,
            TransactionTemplate transaction) {
        this.book = book;
        this.blanks = blanks;
        this.tickets = tickets;
        this.conversation = conversation;
        this.writing = writing;
        this.staffing = staffing;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /**
     * What a macro would do.
     *
     * @param changes one sentence each
     * @param hindrance why it cannot be applied; null when it can
     */
    public record Preview(List<String> changes, @Nullable String hindrance) {}

    public List<Macro> all() {
        return book.all();
    }

    public List<Macro> fitting(Ticket ticket, CurrentUser who) {
        return book.all().stream().filter(macro -> !macro.archived() && macro.fits().to(ticket, who)).toList();
    }

    /** Adds a macro or replaces the one with its id. */
    public void save(Macro macro, CurrentUser who) {
        Keeping.allowed(who);
        Keeping.named(macro.title(), macro.body());
        Blanks.check(macro.body());
        if (macro.kind() != null && macro.body().isBlank()) {
            throw new TicketRefused("Write the text the macro sends, or let it say nothing.");
        }
        if (macro.kind() == null && macro.priority() == null && macro.handTo() == null && macro.form() == null) {
            throw new TicketRefused("The macro does nothing yet: give it at least one change.");
        }
        book.save(macro, who.login());
    }

    /** Tries everything and takes it back, so that what would be refused is known before. */
    public Preview preview(TicketId id, Macro macro, CurrentUser who) {
        List<String> changes = new ArrayList<>();
        String hindrance = transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                run(id, macro, conversation.newest(id), who, changes);
                return null;
            } catch (TicketRefused refused) {
                return refused.getMessage();
            }
        });
        return new Preview(changes, hindrance);
    }

    /** Does everything, or nothing; answers the reply that can still be taken back, if it sends one. */
    public @Nullable UUID apply(TicketId id, UUID macro, long seen, CurrentUser who) {
        Macro chosen = book.find(macro)
                .filter(one -> !one.archived() && one.fits().to(tickets.get(id), who))
                .orElseThrow(() -> new TicketRefused("This macro is not for this ticket."));
        return transaction.execute(status -> run(id, chosen, seen, who, new ArrayList<>()));
    }

    private @Nullable UUID run(TicketId id, Macro macro, long seen, CurrentUser who, List<String> changes) {
        Ticket ticket = tickets.get(id);
        if (who.isClient()) {
            throw new TicketRefused("Only our own people use macros.");
        }
        UUID reply = macro.kind() == null ? null : say(ticket, macro, seen, who, changes);
        if (macro.priority() != null && macro.priority() != ticket.priority()) {
            changes.add("Priority from " + low(ticket.priority()) + " to " + low(macro.priority()));
            tickets.changePriority(id, macro.priority(), "Macro \"" + macro.title() + "\"");
        }
        if (macro.form() != null) {
            complete(ticket, macro, who, changes);
        }
        if (macro.handTo() != null && !macro.handTo().equals(tickets.get(id).owner())) {
            changes.add("Hand the ticket over to " + macro.handTo());
            staffing.handOver(id, macro.handTo(), "Macro \"" + macro.title() + "\"");
        }
        return reply;
    }

    private @Nullable UUID say(Ticket ticket, Macro macro, long seen, CurrentUser who, List<String> changes) {
        Blanks.Filled filled = blanks.fill(macro.body(), ticket, who);
        boolean reply = macro.kind() == Composed.Kind.REPLY;
        String to = reply ? conversation.requesterMail(ticket.id()).orElse("") : "";
        changes.add((reply ? "Reply to " + (to.isEmpty() ? "the client in the portal" : to) : "Internal note") + ": "
                + filled.text());
        if (!filled.missing().isEmpty()) {
            throw new TicketRefused("There is no value for " + String.join(", ", filled.missing()) + ".");
        }
        Composed composed = new Composed(macro.kind(), to, "", filled.text(), List.of(), seen);
        UUID said = writing.send(ticket.id(), composed, writing.withUndo(), who);
        return reply ? said : null;
    }

    private void complete(Ticket ticket, Macro macro, CurrentUser who, List<String> changes) {
        InboxItem step = inbox.of(ticket.id(), who).stream()
                .filter(item -> item.form().equals(macro.form()))
                .findFirst()
                .orElseThrow(() -> new TicketRefused("The step this macro completes is not open on this ticket."));
        changes.add("Complete the step \"" + step.name() + "\" with " + macro.answers());
        Map<String, Object> values = new HashMap<>(inbox.open(step.taskId(), who).values());
        values.putAll(macro.answers());
        inbox.complete(step.taskId(), values, who);
    }

    private static String low(Enum<?> constant) {
        return constant.name().toLowerCase();
    }
}
