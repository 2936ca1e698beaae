package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;

/** Says what has come and gone since the list was loaded, and loads it anew when asked. */
class NewsBar extends Div {

    private final Span words = new Span();
    private final WorkList list;

    NewsBar(WorkList list) {
        this.list = list;
        addClassName("news-bar");
        getElement().setAttribute("role", "status");
        Button show = new Button("Show", VaadinIcon.REFRESH.create(), click -> list.again());
        show.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        show.setTooltipText(Keys.tip(Act.REFRESH));
        Keys.bind(this, Act.REFRESH, list::again);
        add(words, show);
        list.news().onChange(this::update);
        update();
    }

    private void update() {
        int fresh = list.news().fresh();
        int gone = list.news().gone();
        String text = fresh > 0 && gone > 0 ? fresh + " new, " + gone + " done or taken"
                : fresh > 0 ? fresh + " new" : gone + " done or taken";
        words.setText(text);
        setVisible(fresh + gone > 0);
    }
}
