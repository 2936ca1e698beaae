package org.ticketingos.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What every browser window gets before its first screen. */
@Component
class Start implements VaadinServiceInitListener {

    private final KeyMap keys;
    private final Languages languages;

    Start(KeyMap keys, Languages languages) {
        this.keys = keys;
        this.languages = languages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new CalmErrors()));
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
            Keyboard keyboard = Keyboard.start(init.getUI(), keys);
            init.getUI().addAfterNavigationListener(navigation -> keyboard.getElement().callJsFunction("arrive"));
        });
    }
}
