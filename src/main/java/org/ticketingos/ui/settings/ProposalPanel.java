package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.Holiday;
import org.ticketingos.sla.CalendarDesk.Proposal;
import org.ticketingos.sla.CalendarPreview;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.board.Sheet;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** A proposal as the second administrator reads it: what is different, what moves, and the decision. */
class ProposalPanel extends Panel {

    ProposalPanel(Proposal proposal, CalendarPlan before, CalendarPreview preview, Runnable confirm, Runnable drop) {
        super("Proposed from " + Moments.day(proposal.plan().from()));
        differences(before, proposal.plan()).forEach(line -> add(new Div(Sheet.text(line))));
        add(new Div(Sheet.soft(Who.is(proposal.by()) + ", " + Moments.at(proposal.at()) + ": " + proposal.why())));
        Div answer = new Div();
        answer.getElement().setAttribute("aria-live", "polite");
        Button moves = new Button("What moves?", click -> {
            try {
                CalendarPreview.Moves found = preview.moves(proposal.calendar(), proposal.plan());
                answer.removeAll();
                answer.add(new Paragraph(found.tickets() == 0
                        ? "No open ticket would be due at another time."
                        : "%s would be due at another time: %s later, %s earlier.".formatted(
                                Words.count(found.tickets(), "open ticket"), Words.count(found.later(), "promise"),
                                found.earlier())));
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
        });
        Button go = new Button("Put in force", click -> confirm.run());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button no = new Button("Drop", click -> drop.run());
        no.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        no.setAriaLabel("Drop this proposal");
        Div acts = new Div(go, moves, no);
        acts.addClassName("row");
        add(answer, acts);
    }

    static List<String> differences(CalendarPlan before, CalendarPlan after) {
        List<String> lines = new ArrayList<>();
        String was = WeekText.summary(before.blocks());
        String now = WeekText.summary(after.blocks());
        lines.add(was.equals(now) ? "The hours stay: " + now : "Hours " + now + "; until then " + was);
        lines.add("New holidays: " + only(after, before, after.from()));
        lines.add("No holidays any more: " + only(before, after, after.from()));
        return lines;
    }

    private static String only(CalendarPlan in, CalendarPlan notIn, LocalDate from) {
        List<Holiday> found = in.holidays().stream()
                .filter(one -> !one.day().isBefore(from) && !notIn.holidays().contains(one))
                .toList();
        return found.isEmpty() ? "none" : found.stream()
                .map(one -> "%s %s (%s)".formatted(Moments.day(one.day()), one.name(), one.list().label()))
                .collect(Collectors.joining(", "));
    }
}
