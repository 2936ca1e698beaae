package org.ticketingos.ui.board;

import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ui.shell.Panel;

/** A panel of the board that is drawn anew only when what it shows has changed. */
class Part extends Panel {

    private final Div body = new Div();
    private @Nullable Object shown;

    Part(String title, String style) {
        super(title);
        addClassName(style);
        add(body);
    }

    /** Draws the content if the data differ from what is on the screen. */
    void show(Object data, Supplier<com.vaadin.flow.component.Component> content) {
        if (!data.equals(shown)) {
            shown = data;
            body.removeAll();
            body.add(content.get());
        }
    }

    /** Makes the next showing draw in any case. */
    void forget() {
        shown = null;
    }
}
