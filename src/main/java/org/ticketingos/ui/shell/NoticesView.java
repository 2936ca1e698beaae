package org.ticketingos.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.notice.Notices;

/** What a person should know, newest first. */
@Route("notices")
@RolesAllowed({"AGENT", "REVIEWER", "SUPERVISOR", "FINANCE", "ANALYST", "ADMIN"})
class NoticesView extends Page {

    private static final int AT_ONCE = 40;

    private final Notices notices;
    private final Clock clock;
    private final CurrentUser user = CurrentUser.get();
    private final UnorderedList list = new UnorderedList();
    private final Div foot = new Div();
    private long last = Long.MAX_VALUE;

    NoticesView(Notices notices, Clock clock) {
        super("Notices");
        this.notices = notices;
        this.clock = clock;
        lead("What concerns you: mentions, replies, promises in danger. How they reach you by mail is set in your profile.");
        Button all = new Button("Mark all as read", VaadinIcon.CHECK.create(), click -> {
            notices.readAll(user.login());
            anew();
        });
        actions(all);
        list.addClassNames("notices", "panel");
        add(list, foot);
        anew();
    }

    private void anew() {
        list.removeAll();
        last = Long.MAX_VALUE;
        more();
    }

    private void more() {
        List<org.ticketingos.notice.Notice> page = notices.of(user.login(), last, AT_ONCE);
        page.forEach(notice -> list.add(item(notice)));
        foot.removeAll();
        if (page.size() == AT_ONCE) {
            last = page.get(page.size() - 1).id();
            foot.add(new Button("Older ones", click -> more()));
        } else if (last == Long.MAX_VALUE && page.isEmpty()) {
            foot.add(new Empty(VaadinIcon.BELL_O, "Nothing yet", "When somebody mentions you with @" + user.login()
                    + " in a note, or something happens to a request you follow, it stands here."));
        }
    }

    private ListItem item(org.ticketingos.notice.Notice notice) {
        Anchor open = new Anchor("tickets/" + notice.number(), notice.sentence());
        open.getElement().addEventListener("click", click -> notices.read(user.login(), List.of(notice.id())));
        Span subject = new Span(notice.number() + " " + notice.subject());
        subject.addClassNames("soft", "small");
        Span when = new Span(Moments.ago(notice.at(), clock.instant()));
        when.addClassNames("soft", "small", "push");
        when.getElement().setAttribute("title", Moments.at(notice.at()));
        Div text = new Div(open, subject);
        text.addClassName("notice-text");
        ListItem item = new ListItem(text, when);
        item.addClassName("notice-item");
        if (notice.read()) {
            return item;
        }
        item.addClassName("unread");
        Chip unread = new Chip("New", Tone.INFO);
        Button read = new Button("Mark as read", click -> {
            notices.read(user.login(), List.of(notice.id()));
            item.removeClassName("unread");
            item.remove(unread, click.getSource());
        });
        read.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        read.setAriaLabel("Mark as read: " + notice.sentence());
        item.addComponentAsFirst(unread);
        item.add(read);
        return item;
    }
}
