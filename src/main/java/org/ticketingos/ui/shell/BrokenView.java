package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.ticketingos.ticket.TicketRefused;

/** Stands where a screen could not be opened: one calm sentence, never the text of an exception. */
@AnonymousAllowed
class BrokenView extends Page implements HasErrorParameter<Exception> {

    BrokenView() {
        super(say("shell.broken"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        add(new Notice(CalmErrors.sentence(error.getException()), Tone.BAD), new Anchor("", say("shell.first-screen")));
        return error.getCaughtException() instanceof TicketRefused
                ? HttpStatusCode.NOT_FOUND.getCode()
                : HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
