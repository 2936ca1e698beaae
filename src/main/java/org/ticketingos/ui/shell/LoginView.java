package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.ticketingos.access.SampleLogins;
import org.ticketingos.ticket.Stage;

/** The way in. */
@Route(value = "login", autoLayout = false)
@PageTitle("Log in · TicketingOS")
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver {

    private final LoginForm form = new LoginForm(words("That name and password do not match"));

    LoginView(ObjectProvider<SampleLogins> samples) {
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        Div side = new Div(form);
        side.addClassName("login-side");
        addClassName("login");
        add(story(), side);
        samples.ifAvailable(sample -> side.add(list(sample.logins())));
    }

    private static Div story() {
        UnorderedList way = new UnorderedList();
        way.addClassName("login-way");
        for (Stage stage : Stage.values()) {
            if (stage != Stage.DEFECT_LOGGING) {
                way.add(new ListItem(Words.of(stage)));
            }
        }
        Div story = new Div(
                new Image("themes/ticketingos/favicon.svg", ""),
                new H1("TicketingOS"),
                new Paragraph("From a client's request to its paid invoice: one ticket, one diagram, "
                        + "every step on record."),
                way);
        story.addClassName("login-story");
        return story;
    }

    private Div list(List<SampleLogins.SampleLogin> logins) {
        Div list = new Div(new H2("Sample company"), new Paragraph("Pick a role to look around. Everyone's password is "
                + logins.stream().map(SampleLogins.SampleLogin::password).findFirst().orElse("") + "."));
        list.addClassName("samples");
        for (SampleLogins.SampleLogin one : logins) {
            Element name = new Element("code");
            name.setText(one.login());
            NativeButton button = new NativeButton();
            button.getElement().appendChild(name);
            button.add(new Span(one.purpose()));
            button.addClassName("sample");
            button.addClickListener(click -> enter(one));
            list.add(button);
        }
        return list;
    }

    private void enter(SampleLogins.SampleLogin one) {
        form.getElement()
                .executeJs(
                        """
                        const field = name => this.querySelector(`[name=${name}]`);
                        field('username').value = $0;
                        field('password').value = $1;
                        this.submit();""",
                        one.login(),
                        one.password());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> query = event.getLocation().getQueryParameters().getParameters();
        if (query.containsKey("locked")) {
            form.setI18n(words("Too many wrong tries"));
        }
        form.setError(query.containsKey("error") || query.containsKey("locked"));
        UI.getCurrent().getPage().setTitle("Log in · TicketingOS");
    }

    private static LoginI18n words(String refusal) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("Log in");
        words.getForm().setUsername("Log-in name");
        words.getErrorMessage().setTitle(refusal);
        words.getErrorMessage()
                .setMessage(refusal.startsWith("Too") ? "Wait a few minutes, then try again."
                        : "Check both; capital letters count.");
        return words;
    }
}
