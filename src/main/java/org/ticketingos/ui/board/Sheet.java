package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A small table that is read and printed, not scrolled. The first column names the row. */
@Tag("table")
public class Sheet extends HtmlContainer {

    private final Element body = new Element("tbody");

    public Sheet(String meaning, List<String> heads) {
        addClassName("sheet");
        getElement().setAttribute("aria-label", meaning);
        Element row = new Element("tr");
        heads.forEach(head -> {
            Element cell = new Element(head.isEmpty() ? "td" : "th");
            cell.setText(head);
            if (!head.isEmpty()) {
                cell.setAttribute("scope", "col");
            }
            row.appendChild(cell);
        });
        Element top = new Element("thead");
        top.appendChild(row);
        getElement().appendChild(top, body);
    }

    public Sheet row(Component... cells) {
        Element row = new Element("tr");
        for (int n = 0; n < cells.length; n++) {
            Element cell = new Element(n == 0 ? "th" : "td");
            if (n == 0) {
                cell.setAttribute("scope", "row");
            }
            cell.appendChild(cells[n].getElement());
            row.appendChild(cell);
        }
        body.appendChild(row);
        return this;
    }

    public static Span text(String text) {
        return new Span(text);
    }

    public static Span soft(String text) {
        Span soft = new Span(text);
        soft.addClassNames("soft", "small");
        return soft;
    }

    /** A number that opens its tickets; nothing is a calm dot. */
    public static Component count(long count, String link, String meaning) {
        if (count == 0) {
            Span none = soft("0");
            none.addClassName("numbers");
            return none;
        }
        Anchor number = new Anchor(link, Long.toString(count));
        number.addClassName("numbers");
        number.getElement().setAttribute("aria-label", count + " " + meaning);
        return number;
    }
}
