package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
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
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.ticketingos.access.SampleLogins;
import org.ticketingos.access.SingleSignOn;
import org.ticketingos.ticket.Stage;

/** The way in. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver {

    private final LoginForm form = new LoginForm(words(false));
    private final Div side = new Div();

    LoginView(ObjectProvider<SampleLogins> samples, SingleSignOn sso) {
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        side.add(form);
        side.addClassName("login-side");
        addClassName("login");
        add(story(), side);
        sso.name().ifPresent(name -> side.add(with(name)));
        samples.ifAvailable(sample -> side.add(list(sample.logins())));
    }

    private static Anchor with(String provider) {
        Anchor with = new Anchor("login/sso", say("shell.sso.with", provider));
        with.setRouterIgnore(true);
        with.addClassName("sso");
        return with;
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
                new Paragraph(say("shell.story")),
                way);
        story.addClassName("login-story");
        return story;
    }

    private Div list(List<SampleLogins.SampleLogin> logins) {
        Div list = new Div(new H2(say("shell.samples")), new Paragraph(say("shell.samples.how",
                logins.stream().map(SampleLogins.SampleLogin::password).findFirst().orElse(""))));
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
            form.setI18n(words(true));
        }
        form.setError(query.containsKey("error") || query.containsKey("locked"));
        if (query.containsKey("late")) {
            side.addComponentAsFirst(new Notice(say("shell.second.late"), Tone.INFO));
        }
        query.getOrDefault("sso", List.of()).stream().filter(SingleSignOn::isReason).findFirst().ifPresent(
                why -> side.addComponentAsFirst(new Notice(say("shell.sso." + why), Tone.BAD)));
        UI.getCurrent().getPage().setTitle(say("shell.log-in") + " · TicketingOS");
    }

    private static LoginI18n words(boolean locked) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle(say("shell.log-in"));
        words.getForm().setSubmit(say("shell.log-in"));
        words.getForm().setUsername(say("shell.log-in.name"));
        words.getForm().setPassword(say("shell.log-in.password"));
        words.getErrorMessage().setUsername(say("shell.log-in.name-missing"));
        words.getErrorMessage().setPassword(say("shell.log-in.password-missing"));
        words.getErrorMessage().setTitle(say(locked ? "shell.log-in.locked" : "shell.log-in.wrong"));
        words.getErrorMessage().setMessage(say(locked ? "shell.log-in.locked.advice" : "shell.log-in.wrong.advice"));
        return words;
    }
}
