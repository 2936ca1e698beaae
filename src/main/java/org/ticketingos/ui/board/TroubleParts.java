package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.insight.Hands.Card;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.inbox.WorkPanel;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.Incidents;

/** What needs a supervisor: escalations to answer, and steps the engine has given up on. */
final class TroubleParts {

    private final Part escalations = new Part("Escalations to answer", "board-escalations");
    private final Part stuck = new Part("Stuck steps", "board-stuck");
    private final Inbox inbox;
    private final Papers papers;
    private final Incidents incidents;
    private final CurrentUser user;
    private final Runnable again;

    TroubleParts(Inbox inbox, Papers papers, Incidents incidents, CurrentUser user, Runnable again) {
        this.inbox = inbox;
        this.papers = papers;
        this.incidents = incidents;
        this.user = user;
        this.again = again;
    }

    Component escalations() {
        return escalations;
    }

    Component stuck() {
        return stuck;
    }

    void escalations(List<Card> open, Instant now) {
        escalations.show(List.of(open, now.getEpochSecond() / 60), () -> {
            if (open.isEmpty()) {
                return new Empty(VaadinIcon.CHECK_CIRCLE_O, "No escalation waits for an answer.", "A breach asks here what is done about it.");
            }
            Sheet sheet = new Sheet("Escalations", List.of("Ticket", "Subject", "Waits since", ""));
            open.forEach(card -> {
                Button answer = new Button("Answer", click -> answer(card));
                answer.addThemeVariants(ButtonVariant.LUMO_SMALL);
                answer.setAriaLabel("Answer the escalation of " + card.number());
                sheet.row(
                        InboxNavigation.ticket(card.number()),
                        new TwoLines(card.subject(), card.clientName() + (card.assignee() == null ? "" : " · " + Who.is(card.assignee()) + " has it")),
                        Sheet.soft(Moments.ago(card.since(), now)),
                        answer);
            });
            return sheet;
        });
    }

    private void answer(Card card) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(card.number() + " · " + card.subject());
        dialog.setWidth("40rem");
        dialog.getFooter().add(new Button("Close", click -> dialog.close()));
        fill(dialog, card);
        dialog.open();
    }

    private void fill(Dialog dialog, Card card) {
        dialog.removeAll();
        dialog.add(new WorkPanel(
                inbox,
                inbox.open(card.taskId(), user),
                user,
                papers,
                () -> fill(dialog, card),
                done -> {
                    dialog.close();
                    again.run();
                }));
    }

    void stuck(List<Incidents.Stuck> open, Instant now) {
        stuck.show(List.of(open, now.getEpochSecond() / 60), () -> {
            if (open.isEmpty()) {
                return new Empty(VaadinIcon.COGS, "No step is stuck.", "A step that failed again and again shows up here, with a retry.");
            }
            Div all = new Div();
            all.addClassName("stack");
            Map<String, List<Incidents.Stuck>> kinds = open.stream()
                    .collect(Collectors.groupingBy(Incidents.Stuck::kind, LinkedHashMap::new, Collectors.toList()));
            kinds.forEach((kind, steps) -> all.add(kind(kind, steps, now)));
            return all;
        });
    }

    private Component kind(String kind, List<Incidents.Stuck> steps, Instant now) {
        Incidents.Stuck first = steps.get(0);
        Span name = new Span(first.process() + ": " + first.step());
        name.addClassName("strong");
        Div head = new Div(name, Sheet.soft(Words.count(steps.size(), "ticket")));
        head.addClassName("row");
        if (steps.size() > 1) {
            Button retryAll = new Button("Try all again", click -> all(kind, first));
            retryAll.addThemeVariants(ButtonVariant.LUMO_SMALL);
            retryAll.addClassName("push");
            head.add(retryAll);
        }
        Sheet sheet = new Sheet("Stuck at " + first.step(), List.of("Ticket", "What happened, and what a retry does", "Since", ""));
        steps.forEach(one -> {
            Button retry = new Button("Try again", click -> {
                incidents.retry(one.id());
                Notice.done(one.number() + " is tried again; it leaves this list when it goes through.");
                again.run();
            });
            retry.addThemeVariants(ButtonVariant.LUMO_SMALL);
            retry.setAriaLabel("Try " + one.step() + " of " + one.number() + " again");
            sheet.row(
                    InboxNavigation.ticket(one.number()),
                    new Div(new Span(one.sentence()), Sheet.soft(" " + one.retry())),
                    Sheet.soft(Moments.ago(one.since(), now)),
                    retry);
        });
        return new Div(head, sheet);
    }

    private void all(String kind, Incidents.Stuck first) {
        int count = incidents.count(kind);
        ConfirmDialog sure = new ConfirmDialog(
                "Try " + Words.count(count, "step") + " again?",
                first.retry(),
                "Try " + Words.count(count, "step") + " again",
                confirm -> {
                    int tried = incidents.retryAll(kind);
                    Notice.done(Words.count(tried, "step") + " are tried again.");
                    again.run();
                });
        sure.setCancelable(true);
        sure.open();
    }
}
