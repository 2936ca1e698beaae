package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.ticketingos.access.HalfLoggedIn;

/** After the password: asks for the code, or has a second factor set up where the role asks for one. */
@Route(value = "login/code", autoLayout = false)
@AnonymousAllowed
class CodeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Clock clock;
    private final Div body = new Div();

    CodeView(Clock clock) {
        this.clock = clock;
        body.addClassNames("stack", "second");
        addClassName("open-page");
        add(MainLayout.brand(), body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.removeAll();
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        Optional<HalfLoggedIn> half = HalfLoggedIn.of(request.getSession(false), clock.instant());
        if (half.isEmpty()) {
            body.add(new H1(say("shell.second.nothing")), new Paragraph(say("shell.second.nothing.advice")), back());
            return;
        }
        CodeField code = new CodeField(half.get().draft() == null);
        code.getElement().setAttribute("name", "code");
        code.setAutofocus(true);
        event.getLocation().getQueryParameters().getSingleParameter("error")
                .filter(key -> key.startsWith("access.second."))
                .flatMap(Tongue::find)
                .ifPresent(code::says);
        if (half.get().draft() == null) {
            body.add(new H1(say("shell.second.ask")), new Paragraph(say("shell.second.ask.how")));
        } else {
            body.add(new H1(say("shell.second.set-up")), new Paragraph(say("shell.second.set-up.why")),
                    new FactorDraft(half.get().draft()));
        }
        body.getElement().appendChild(form(code, request));
        body.add(back());
    }

    /** A plain form, so that the browser itself posts it and follows where the answer leads. */
    private static Element form(CodeField code, HttpServletRequest request) {
        Button send = new Button(say("shell.log-in"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.getElement().executeJs("this.addEventListener('click', () => this.closest('form').requestSubmit())");
        Element form = new Element("form");
        form.getClassList().add("stack");
        form.setAttribute("method", "post");
        form.setAttribute("action", "login/code");
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            Element hidden = new Element("input");
            hidden.setAttribute("type", "hidden");
            hidden.setAttribute("name", token.getParameterName());
            hidden.setAttribute("value", token.getToken());
            form.appendChild(hidden);
        }
        form.appendChild(code.getElement(), new Div(send).getElement());
        return form;
    }

    private static Anchor back() {
        Anchor back = new Anchor("login", say("shell.second.back"));
        back.setRouterIgnore(true);
        return back;
    }

    @Override
    public String getPageTitle() {
        return say("shell.second.title") + " · TicketingOS";
    }
}
