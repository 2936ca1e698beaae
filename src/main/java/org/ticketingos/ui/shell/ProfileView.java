package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.ticketingos.access.CurrentUser;

/** What a person has set up for themselves; it follows them to every computer. */
@Route("profile")
@PermitAll
class ProfileView extends Page {

    ProfileView(ObjectProvider<ProfilePanel> panels) {
        super(say("shell.profile"));
        CurrentUser user = CurrentUser.get();
        Div body = new Div(new Panel(say("shell.profile.who"), facts(user)));
        body.addClassName("profile");
        List<ProfilePanel> mine = panels.orderedStream().filter(panel -> panel.possible(user)).toList();
        mine.forEach(panel -> body.add(new Panel(panel.title(), panel.panel(user))));
        add(body);
    }

    private static Facts facts(CurrentUser user) {
        return new Facts()
                .with(say("shell.profile.name"), user.name())
                .with(say("shell.profile.login"), user.login())
                .with(say("shell.profile.role"), Words.roles(user))
                .with(say("shell.profile.queues"), user.isClient() ? ""
                        : user.groups().stream().map(Words::queue).sorted().collect(Collectors.joining(", ")));
    }
}
