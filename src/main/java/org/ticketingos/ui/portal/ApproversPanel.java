package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.ticketingos.delivery.SignOffState;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;

/** Who signs off one delivery, who has decided, and who has not. */
class ApproversPanel extends Panel {

    ApproversPanel(SignOffState state) {
        super(say("portal.approvers"));
        add(new Paragraph(say("portal.approvers.rule", state.needed(), state.seats().size(), state.accepted())));
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        state.seats().forEach(seat -> list.add(new ListItem(row(seat))));
        add(list);
    }

    private static Div row(SignOffState.Seat seat) {
        Span name = new Span(seat.name());
        name.addClassName("strong");
        SignOffState.Word word = seat.word();
        Div row = new Div(name, word == null ? new Chip(VaadinIcon.CLOCK, say("portal.approvers.silent"), Tone.PLAIN)
                : word.accepts() ? new Chip(VaadinIcon.CHECK, say("portal.approvers.accepts"), Tone.OK)
                : new Chip(VaadinIcon.ARROW_BACKWARD, say("portal.approvers.rejects"), Tone.BAD));
        row.addClassNames("row", "small");
        if (word == null) {
            return row;
        }
        Span how = new Span(say("portal.approvers.how." + word.identified(), Moments.at(word.at())));
        how.addClassName("soft");
        row.add(how);
        if (!word.comment().isEmpty()) {
            Span said = new Span("“" + word.comment() + "”");
            said.addClassName("wrap");
            row.add(said);
        }
        return row;
    }
}
