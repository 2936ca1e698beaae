package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Panel;

/** Everything that happened to a ticket, in sentences, the newest first. */
class TimelinePanel extends Panel {

    TimelinePanel(List<RecordedEvent> events, Sentences sentences) {
        super("Time line");
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        for (int i = events.size() - 1; i >= 0; i--) {
            list.add(line(events.get(i), sentences));
        }
        add(list);
    }

    private static ListItem line(RecordedEvent event, Sentences sentences) {
        Element time = new Element("time");
        time.setText(Moments.near(event.at()));
        time.setAttribute("datetime", event.at().toString());
        time.setAttribute("title", Moments.at(event.at()));
        Element actor = new Element("em");
        actor.setText(" · " + Sentences.actor(event));
        Div words = new Div(new Span(sentences.of(event)));
        words.getElement().appendChild(actor);
        ListItem line = new ListItem(words);
        line.getElement().insertChild(0, time);
        return line;
    }
}
