package org.ticketingos.ui.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.sla.ClockView;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.InboxItem;

/**
 * Where a ticket is, what comes next and who waits for whom, in words.
 *
 * @param waits null once nobody waits for anything
 */
record Standing(String where, String next, @Nullable String waits) {

    static Standing of(Ticket ticket, List<InboxItem> steps, List<ClockView> clocks, String clientName) {
        if (!ticket.isOpen()) {
            return new Standing(
                    ticket.status() == Status.WITHDRAWN ? "The client wants this no more; it is closed."
                            : "Done and closed on " + Moments.at(ticket.closedAt()) + ".",
                    ticket.openUntil() == null ? "Nothing."
                            : "Nothing, unless the client writes before " + Moments.at(ticket.openUntil())
                                    + ": then it opens again.",
                    null);
        }
        if (ticket.status() == Status.MERGED) {
            return new Standing("It was merged into another ticket.", ticket.nextAction() + ".", null);
        }
        return new Standing(where(ticket), next(ticket, steps), waits(ticket, steps, clocks, clientName));
    }

    private static String where(Ticket ticket) {
        return switch (ticket.stage()) {
            case REQUEST, CLASSIFY -> "The request is in; we find out what it is.";
            case VALIDATE -> "We know what it is; we look for the contract that covers it.";
            case ASSIGN -> "The contract holds; we look for the right person.";
            case PROCESS -> "The work is being done.";
            case QUALITY_CHECK -> "The work is done and is being checked.";
            case DEFECT_LOGGING -> "The check found mistakes; they are being corrected.";
            case APPROVAL -> "The work was handed over to the client.";
            case INVOICE_BILLING -> "The client has accepted; the charge is being written.";
            case CLOSURE -> "All is done and charged; we ask the client how it was.";
        };
    }

    private static String next(Ticket ticket, List<InboxItem> steps) {
        String after = Optional.ofNullable(following(ticket.stage()))
                .map(stage -> ", then " + Words.of(stage).toLowerCase())
                .orElse("");
        return steps.isEmpty()
                ? ticket.nextAction() + after + "."
                : String.join(" and ", steps.stream().map(InboxItem::name).distinct().toList()) + after + ".";
    }

    private static @Nullable Stage following(Stage stage) {
        return switch (stage) {
            case CLOSURE -> null;
            case QUALITY_CHECK -> Stage.APPROVAL;
            case DEFECT_LOGGING -> Stage.QUALITY_CHECK;
            default -> Stage.values()[stage.ordinal() + 1];
        };
    }

    private static String waits(Ticket ticket, List<InboxItem> steps, List<ClockView> clocks, String clientName) {
        List<String> waits = new ArrayList<>();
        String whoAsked = ticket.client().equals(ClientId.HOUSE) ? "The sender" : clientName;
        for (InboxItem step : steps) {
            waits.add(step.assignee() != null
                    ? whoAsked + " waits for " + Who.is(step.assignee())
                    : step.isTheClients() ? "We wait for " + clientName
                    : whoAsked + " waits until somebody of the queue " + Words.queue(step.queue()) + " takes it");
        }
        if (waits.isEmpty()) {
            boolean client = ticket.stage() == Stage.APPROVAL || ticket.stage() == Stage.CLOSURE;
            waits.add(client ? "We wait for " + clientName : "Nobody: the next step runs by itself");
        }
        pressing(clocks).ifPresent(waits::add);
        return String.join("; ", waits.stream().distinct().toList()) + ".";
    }

    private static Optional<String> pressing(List<ClockView> clocks) {
        return clocks.stream()
                .filter(clock -> clock.kind().equals("resolution"))
                .filter(clock -> clock.paused() || clock.dueAt() != null)
                .findFirst()
                .map(clock -> clock.paused() ? "the turnaround clock stands still"
                        : clock.remaining().isNegative() ? "it is " + Moments.span(clock.remaining()) + " late"
                        : "it is due " + Moments.near(clock.dueAt()));
    }
}
