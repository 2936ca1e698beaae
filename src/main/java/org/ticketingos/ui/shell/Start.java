package org.ticketingos.ui.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Names;
import org.ticketingos.language.Phrases;

/** What every browser window gets before its first screen. */
@Component
class Start implements VaadinServiceInitListener {

    private static final int RECONNECT_MS = 2_000;

    private final KeyMap keys;
    private final Languages languages;
    private final Names names;

    Start(KeyMap keys, Languages languages, Names names) {
        this.names = names;
        this.keys = keys;
        this.languages = languages;
    }

    /** What people read while the server cannot be reached; what they typed is kept with every pause. */
    private static void reconnecting(UI ui) {
        ReconnectDialogConfiguration words = ui.getReconnectDialogConfiguration();
        words.setDialogText("The connection is lost. What you typed is kept; we try again.");
        words.setDialogTextGaveUp("The server cannot be reached. Stay on this page; it is tried again.");
        words.setReconnectAttempts(Integer.MAX_VALUE);
        words.setReconnectInterval(RECONNECT_MS);
    }

    /** What stands over a page whose session has ended. */
    private static CustomizedSystemMessages sayings(Locale language) {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(Phrases.say(language, "shell.logged-out"));
        words.setSessionExpiredMessage(Phrases.say(language, "shell.logged-out.advice"));
        words.setInternalErrorCaption(Phrases.say(language, "shell.page-broken"));
        words.setInternalErrorMessage(Phrases.say(language, "shell.page-broken.advice"));
        return words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new CalmErrors()));
        event.getSource().setSystemMessagesProvider(info -> sayings(Phrases.nearest(info.getLocale())));
        event.addIndexHtmlRequestListener(page -> {
            Locale language = languages.of(page.getVaadinRequest());
            page.getDocument().selectXpath("/html").attr("lang", language.toLanguageTag())
                    .attr("dir", Languages.direction(language));
        });
        event.getSource().addUIInitListener(init -> {
            languages.begin(init.getUI(), VaadinRequest.getCurrent());
            init.getUI().addBeforeEnterListener(ClientGuard::check);
            Appearance.restore(init.getUI(), VaadinRequest.getCurrent());
            Moments.learnZone(init.getUI());
            Who.begin(init.getUI(), names);
            reconnecting(init.getUI());
            Keyboard keyboard = Keyboard.start(init.getUI(), keys);
            init.getUI().addAfterNavigationListener(navigation -> keyboard.getElement().callJsFunction("arrive"));
        });
    }
}
