package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.sla.Waiting;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Relations;
import org.ticketingos.ticket.Relations.Related;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** What a request has to do with others, and why it does not move. */
@org.springframework.stereotype.Component
@Order(10)
class TogetherAside implements TicketAside {

    private final Merging merging;
    private final Relations relations;
    private final Waiting waiting;

    TogetherAside(Merging merging, Relations relations, Waiting waiting) {
        this.merging = merging;
        this.relations = relations;
        this.waiting = waiting;
    }

    @Override
    public @Nullable Component panel(Ticket ticket, CurrentUser user) {
        Panel panel = new Panel("Together with");
        Div lines = new Div();
        lines.addClassName("stack");
        fill(lines, ticket, MergeAction.mayArrange(user));
        panel.add(lines);
        if (ticket.isOpen()) {
            Button why = new Button("Why is it waiting?", VaadinIcon.QUESTION_CIRCLE_O.create());
            why.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            Div answer = new Div();
            answer.addClassNames("stack", "small");
            answer.getElement().setAttribute("aria-live", "polite");
            why.addClickListener(click -> answer(answer, ticket));
            panel.add(why, answer);
        }
        return panel;
    }

    private void fill(Div lines, Ticket ticket, boolean mayChange) {
        lines.removeAll();
        merging.into(ticket.id()).ifPresent(other -> lines.add(line("Merged into", other)));
        merging.merged(ticket.id()).forEach(other -> lines.add(line("Merged into this", other)));
        relations.of(ticket.id()).forEach(related -> {
            Div line = line(Words.text(related.relation().label()), related.other());
            if (mayChange) {
                line.add(remove(lines, ticket, related));
            }
            lines.add(line);
        });
        if (lines.getComponentCount() == 0) {
            Span none = new Span("With no other ticket.");
            none.addClassNames("soft", "small");
            lines.add(none);
        }
    }

    private static Div line(String how, Ticket other) {
        Span label = new Span(how);
        label.addClassName("soft");
        Span subject = new Span(other.subject());
        subject.addClassName("act-subject");
        Div line = new Div(label, InboxNavigation.ticket(other.number()), subject, Words.chip(other.status()));
        line.addClassNames("row", "small");
        return line;
    }

    private Button remove(Div lines, Ticket ticket, Related related) {
        String what = ticket.number() + " " + related.relation().label() + " " + related.other().number();
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            relations.remove(ticket.id(), related.relation(), related.other().id());
            fill(lines, ticket, true);
            undo(what, () -> {
                relations.add(ticket.id(), related.relation(), related.other().id());
                fill(lines, ticket, true);
            });
        });
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel("Take away: " + what);
        remove.setTooltipText("Take this link away");
        remove.addClassName("push");
        return remove;
    }

    private static void undo(String what, Runnable again) {
        Notification note = new Notification();
        Button undo = new Button("Undo", click -> {
            again.run();
            note.close();
        });
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div content = new Div(new Span("No longer: " + what + "."), undo);
        content.addClassName("row");
        note.add(content);
        note.setDuration(9000);
        note.setPosition(Notification.Position.BOTTOM_START);
        note.open();
    }

    private void answer(Div answer, Ticket ticket) {
        answer.removeAll();
        waiting.of(ticket).forEach(why -> answer.add(new Span(why.sentence())));
        if (answer.getComponentCount() == 0) {
            answer.add(new Span("It waits for nothing; the next step runs by itself."));
        }
    }
}
