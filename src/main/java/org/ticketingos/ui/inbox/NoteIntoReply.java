package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before the words of a note could reach the client. */
class NoteIntoReply extends Dialog {

    NoteIntoReply(String recipients, Runnable leave, Runnable move) {
        setHeaderTitle("Your note stays a note");
        setWidth("34rem");
        add(new Paragraph("The reply is a text of its own, and the client reads it (" + recipients + "). "
                + "Do you want to take the words of the note over?"));
        Button stay = new Button("Stay with the note", click -> close());
        Button without = new Button("Reply without them", click -> {
            close();
            leave.run();
        });
        without.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button with = new Button("Move them into the reply", click -> {
            close();
            move.run();
        });
        with.addThemeVariants(ButtonVariant.LUMO_ERROR);
        getFooter().add(stay, with, without);
        without.setAutofocus(true);
    }
}
