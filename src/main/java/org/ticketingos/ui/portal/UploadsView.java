package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.count;
import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.upload.Upload;
import org.ticketingos.upload.Uploads;

/** What a client's people have handed in file by file, newest first. */
@Route("portal/uploads")
@Menu(title = "portal.menu.uploads", icon = "vaadin:upload-alt", order = 2.5)
@RolesAllowed("CLIENT")
class UploadsView extends Page {

    private static final int PAGE = 25;

    private final Uploads uploads;
    private final UnorderedList cards = new UnorderedList();
    private final Button more = new Button(say("portal.more"));
    private @Nullable String next;

    UploadsView(Uploads uploads) {
        super(say("portal.uploads"));
        this.uploads = uploads;
        if (CurrentUser.get().may(ClientRole.REQUESTER)) {
            Button raise =
                    new Button(say("portal.raise"), VaadinIcon.PLUS.create(), click -> PortalNavigation.toRaise());
            raise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(raise);
        }
        cards.addClassName("cards");
        more.addClickListener(click -> load());
        add(cards, more);
        load();
    }

    private void load() {
        var page = uploads.page(next, PAGE);
        page.items().forEach(upload -> cards.add(new ListItem(card(upload))));
        next = page.next();
        more.setVisible(next != null);
        if (cards.getChildren().findAny().isEmpty()) {
            cards.add(new ListItem(new Empty(
                    VaadinIcon.UPLOAD_ALT, say("portal.uploads.none"), say("portal.uploads.none.advice"))));
        }
    }

    private static Anchor card(Upload upload) {
        Div top = new Div(upload.isSent()
                ? new Chip(String.valueOf(upload.ticket()), Tone.PLAIN)
                : new Chip(say("portal.upload.not-sent"), Tone.WARN));
        top.addClassNames("row", "small");
        Div title = new Div(upload.subject());
        title.addClassNames("strong", "wrap");
        title.getElement().setAttribute("dir", "auto");
        Span how = new Span(sizes(upload));
        how.addClassNames("soft", "small");
        Span when = new Span(Moments.near(upload.at()));
        when.addClassNames("soft", "small");
        Div below = new Div(how, when);
        below.addClassName("standing");
        Anchor card = new Anchor("portal/uploads/" + upload.id());
        card.addClassNames("card", "request");
        card.add(top, title, below);
        return card;
    }

    static String sizes(Upload upload) {
        String taken = count("portal.upload.taken", upload.taken());
        return upload.known() == 0 ? taken : taken + ", " + count("portal.upload.known", upload.known());
    }
}
