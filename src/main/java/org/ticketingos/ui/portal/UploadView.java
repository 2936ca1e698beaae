package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.language.Refused;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.inbox.FileList;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.upload.Standings;
import org.ticketingos.upload.Upload;
import org.ticketingos.upload.Uploads;

/** One upload: what became of it, and each of its files with how it stands. */
@Route("portal/uploads")
@RolesAllowed("CLIENT")
class UploadView extends Page implements HasUrlParameter<String> {

    private final Uploads uploads;
    private final Standings standings;
    private final Tickets tickets;
    private final Papers papers;
    private final Div body = new Div();
    private @Nullable TicketId ticket;
    private @Nullable FileList files;

    UploadView(Uploads uploads, Standings standings, Tickets tickets, Papers papers) {
        super(say("portal.upload"));
        this.uploads = uploads;
        this.standings = standings;
        this.tickets = tickets;
        this.papers = papers;
        actions(new Anchor("portal/uploads", say("portal.uploads")));
        body.addClassNames("stack", "narrow");
        add(body);
        Live.gathered(this, event -> event.ticketId().equals(ticket), events -> {
            if (files != null) {
                files.refresh();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        show(Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .flatMap(text -> uploads.find(UUID.fromString(text)))
                .orElseThrow(() -> new Refused("portal.upload.unknown")));
    }

    private void show(Upload upload) {
        title(upload.subject(), upload.subject());
        Facts facts = new Facts().with(say("portal.upload.from"),
                Moments.at(upload.at()) + " · " + Who.is(upload.requester()))
                .with(say("portal.upload.size"), UploadsView.sizes(upload));
        if (upload.ticket() != null) {
            ticket = tickets.find(upload.ticket()).orElseThrow().id();
            facts.with(say("portal.request"), new Anchor("portal/" + upload.ticket(), upload.ticket().value()));
        }
        Panel about = new Panel(say("portal.upload"), facts);
        if (!upload.isSent()) {
            about.add(new Notice(say("portal.upload.waits"), Tone.WARN));
            if (CurrentUser.get().may(ClientRole.REQUESTER)) {
                about.add(acts(upload));
            }
        }
        files = new FileList(standings, papers, Standings.Of.upload(upload.id()));
        body.removeAll();
        body.add(about, new Panel(say("portal.upload.files"), files));
    }

    private Div acts(Upload upload) {
        Button send = new Button(say("portal.raise.send"), VaadinIcon.PAPERPLANE.create(), click -> {
            click.getSource().setEnabled(true);
            uploads.send(upload.id(), CurrentUser.get());
            Upload sent = uploads.find(upload.id()).orElseThrow();
            Notice.done(say("portal.raise.done", String.valueOf(sent.ticket())));
            show(sent);
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        Button discard = new Button(say("portal.upload.discard"), click -> {
            uploads.discard(upload.id(), CurrentUser.get());
            Notice.done(say("portal.upload.discarded"));
            UI.getCurrent().navigate(UploadsView.class);
        });
        Div acts = new Div(send, discard);
        acts.addClassNames("row");
        return acts;
    }
}
