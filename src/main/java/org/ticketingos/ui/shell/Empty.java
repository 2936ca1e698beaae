package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands where a list has nothing to show: what that means, and what to do. */
public class Empty extends Div {

    public Empty(VaadinIcon icon, String meaning, String advice, Component... actions) {
        Icon sign = icon.create();
        sign.getElement().setAttribute("aria-hidden", "true");
        Span headline = new Span(meaning);
        headline.addClassName("strong");
        addClassName("empty");
        add(sign, headline, new Span(advice));
        add(actions);
    }
}
