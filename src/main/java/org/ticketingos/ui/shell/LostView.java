package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.internal.DefaultErrorHandler;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** Stands where a screen is not for this person; says nothing about whether it exists. */
@DefaultErrorHandler
@ParentLayout(MainLayout.class)
@PermitAll
class LostView extends Page implements HasErrorParameter<AccessDeniedException> {

    LostView() {
        super(say("shell.lost"));
        add(new Empty(
                VaadinIcon.SEARCH,
                say("shell.lost.meaning"),
                say("shell.lost.advice"),
                new Anchor("", say("shell.first-screen"))));
    }

    static Empty refused(String sentence) {
        return new Empty(VaadinIcon.SEARCH, sentence, say("shell.lost.advice"), new Anchor("", say("shell.first-screen")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
