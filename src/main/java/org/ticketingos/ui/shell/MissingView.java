package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Stands where an address leads nowhere. */
@AnonymousAllowed
class MissingView extends Page implements HasErrorParameter<NotFoundException> {

    MissingView() {
        super(say("shell.lost"));
        add(new Empty(
                VaadinIcon.SEARCH,
                say("shell.missing"),
                say("shell.missing.advice"),
                new Anchor("", say("shell.first-screen"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
