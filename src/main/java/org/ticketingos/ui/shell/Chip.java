package org.ticketingos.ui.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A few words in a pill. */
public class Chip extends Span {

    public Chip(String text, Tone tone) {
        addClassName("chip");
        if (!tone.style().isEmpty()) {
            addClassName(tone.style());
        }
        add(text);
    }

    public Chip(VaadinIcon icon, String text, Tone tone) {
        this(text, tone);
        Icon sign = icon.create();
        sign.getElement().setAttribute("aria-hidden", "true");
        addComponentAsFirst(sign);
    }
}
