package org.ticketingos.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import org.ticketingos.ticket.TicketRefused;

/** Stands where a ticket was refused, such as one that does not exist: in its own words, with the way on. */
@ParentLayout(MainLayout.class)
@PermitAll
class RefusedView extends Page implements HasErrorParameter<TicketRefused> {

    RefusedView() {
        super(Tongue.say("shell.lost"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<TicketRefused> error) {
        add(LostView.refused(CalmErrors.sentence(error.getException())));
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
