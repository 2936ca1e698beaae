package org.ticketingos.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A line of a list with a softer one under it. */
public class TwoLines extends Div {

    public TwoLines(String first, String second) {
        Span above = new Span(first);
        above.getElement().setAttribute("dir", "auto");
        Element below = new Element("small");
        below.setText(second);
        addClassName("subject");
        getElement().setAttribute("title", first);
        add(above);
        getElement().appendChild(below);
    }
}
