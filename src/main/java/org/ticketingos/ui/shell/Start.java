package org.ticketingos.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What every browser window gets before its first screen. */
@Component
class Start implements VaadinServiceInitListener {

    private final KeyMap keys;

    Start(KeyMap keys) {
        this.keys = keys;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new CalmErrors()));
        event.getSource().addUIInitListener(init -> {
            Appearance.restore(init.getUI(), VaadinRequest.getCurrent());
            Moments.learnZone(init.getUI());
            Keyboard keyboard = Keyboard.start(init.getUI(), keys);
            init.getUI().addAfterNavigationListener(navigation -> keyboard.getElement().callJsFunction("arrive"));
        });
    }
}
