package org.ticketingos.ui;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ticketingos.access.LoggedIn;

/** A browser window without a browser: put a component in and press its buttons. */
public final class Screen implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        MockVaadin.setup(new Routes());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        MockVaadin.tearDown();
        LoggedIn.nobody();
    }

    public static <C extends com.vaadin.flow.component.Component> C show(C component) {
        UI.getCurrent().add(component);
        return component;
    }
}
