package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.ticketingos.ticket.Found;

/** Where a ticket was found: the place and some words around, those that were asked for marked. */
class FoundLine extends Div {

    FoundLine(Found found) {
        addClassName("found");
        getElement().setAttribute("dir", "auto");
        Span place = new Span(found.place() + ": ");
        place.addClassName("soft");
        add(place);
        String[] parts = found.snippet().replaceAll("\\s+", " ").split("(?=" + Found.ON + ")|" + Found.OFF);
        for (String part : parts) {
            if (part.startsWith(Found.ON)) {
                Element mark = new Element("mark");
                mark.setText(part.substring(1));
                getElement().appendChild(mark);
            } else {
                add(new Span(part));
            }
        }
    }
}
