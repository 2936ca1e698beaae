package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;

/** A titled box of a screen. */
public class Panel extends Section {

    private final Header head;

    public Panel(String title, Component... content) {
        H2 heading = new H2(title);
        head = new Header(heading);
        addClassName("panel");
        getElement().setAttribute("aria-label", title);
        add(head);
        add(content);
    }

    /** Puts something beside the title, at the far end. */
    public Panel beside(Component action) {
        action.addClassName("push");
        head.add(action);
        return this;
    }
}
