package org.ticketingos.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import org.ticketingos.language.Refused;

/** Stands where what a client's person asked for was refused, such as a request that does not exist: in its own words, with the way on. */
@ParentLayout(MainLayout.class)
@PermitAll
class UnknownView extends Page implements HasErrorParameter<Refused> {

    UnknownView() {
        super(Tongue.say("shell.lost"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refused> error) {
        add(LostView.refused(CalmErrors.sentence(error.getException())));
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
