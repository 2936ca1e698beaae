package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** A question about a ticket. A refusal is said inside it, so that nothing typed is lost. */
class ActDialog extends Dialog {

    private final Div body = new Div();
    private final Div said = new Div();

    ActDialog(String title, String act, Runnable what) {
        setHeaderTitle(title);
        getElement().setAttribute("aria-label", title);
        setWidth("34rem");
        setMaxWidth("95vw");
        addClassName("act-dialog");
        body.addClassName("act-body");
        said.addClassName("act-said");
        said.getElement().setAttribute("aria-live", "polite");
        add(body, said);
        Button cancel = new Button("Cancel", click -> close());
        Button go = new Button(act, click -> attempt(what));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, go);
    }

    ActDialog with(Component... parts) {
        body.add(parts);
        return this;
    }

    /** Does it and closes, or says why not and stays. */
    private void attempt(Runnable what) {
        said.removeAll();
        try {
            what.run();
            close();
        } catch (TicketRefused refused) {
            said.add(new Notice(refused.getMessage(), Tone.BAD));
        }
    }
}
