package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A screen with a title, actions beside it, and content below. */
public class Page extends Div implements HasDynamicTitle {

    private final H1 heading;
    private final Header head;
    private String title;

    protected Page(String title) {
        this.title = title;
        heading = new H1(title);
        head = new Header(heading);
        head.addClassName("page-head");
        addClassName("page");
        add(head);
    }

    /** One sentence under the title. */
    protected void lead(String sentence) {
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        head.add(lead);
    }

    /**
     * Names what the screen is about, once that is known.
     *
     * @param shown as people wrote it, in whatever direction
     * @param tab as the tab of the browser names it
     */
    protected void title(String shown, String tab) {
        heading.setText(shown);
        heading.getElement().setAttribute("dir", "auto");
        title = tab;
    }

    /** Puts actions at the far end of the title's line. */
    protected void actions(Component... actions) {
        Div group = new Div(actions);
        group.addClassNames("row", "push");
        head.addComponentAtIndex(1, group);
    }

    /** Lets the content fill the height of the window. */
    protected void full() {
        addClassName("full");
    }

    @Override
    public String getPageTitle() {
        return title + " · TicketingOS";
    }
}
