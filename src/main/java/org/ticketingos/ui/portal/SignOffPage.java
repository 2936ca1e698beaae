package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.ticketingos.client.Brands;
import org.ticketingos.delivery.SignOff;
import org.ticketingos.delivery.SignOffState;
import org.ticketingos.delivery.SignOffView;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;

/** Signs off a delivery by the link in a mail. Opening it changes nothing; the press of a button decides. */
@Route(value = "sign-off", autoLayout = false)
@AnonymousAllowed
class SignOffPage extends OpenPage implements HasUrlParameter<String> {

    private final SignOff signOff;
    private final Div body = new Div();

    SignOffPage(SignOff signOff, Brands brands) {
        super(brands, "portal.sign-off");
        this.signOff = signOff;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        body.removeAll();
        signOff.view(token).ifPresentOrElse(view -> show(token, view), () -> body.add(
                new H1(say("portal.link.invalid")), new Paragraph(say("portal.link.invalid.advice"))));
    }

    private void show(String token, SignOffView view) {
        brand(view.client());
        Facts facts = new Facts()
                .with(say("portal.request"), view.number() + " · " + view.subject())
                .with(say("portal.sign-off.client"), view.clientName())
                .with(say("portal.sign-off.as"), view.approver())
                .with(say("portal.sign-off.delivered"), say("portal.delivery", view.round(), Moments.at(view.deliveredAt())))
                .with(say("portal.sign-off.term"), view.isOpen() ? Moments.at(view.deemedAt()) : null);
        Div files = new Div();
        files.addClassNames("row", "small", "touch-links");
        view.files().forEach(file -> files.add(download(token, file)));
        body.add(new H1(say("portal.sign-off")), new Panel(say("portal.sign-off.delivery"), facts),
                new Panel(say("portal.sign-off.files"), files));
        if (view.state().isShared()) {
            body.add(new ApproversPanel(view.state()));
        }
        if (!view.isOpen()) {
            body.add(new Notice(view.problem(), Tone.INFO));
            return;
        }
        boolean said = view.state().seats().stream()
                .anyMatch(seat -> seat.id().equals(view.seat()) && seat.word() != null);
        DecisionForm form = new DecisionForm(view.items(), (accept, comment, items) -> {
            signOff.decide(token, accept, comment, items);
            thank(token, accept);
        }, () -> {});
        Panel panel = new Panel(say(said ? "portal.decide.again" : "portal.decide"), form);
        body.add(panel);
    }

    private void thank(String token, boolean accept) {
        body.removeAll();
        body.add(new H1(say("portal.sign-off.recorded")),
                new Notice(say(accept ? "portal.sign-off.accepted" : "portal.sign-off.rejected"), Tone.OK));
        signOff.view(token).map(SignOffView::state).filter(SignOffState::isShared)
                .ifPresent(state -> body.add(new ApproversPanel(state)));
    }

    private Anchor download(String token, DocumentRef file) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = signOff.file(token, file.id()).orElse(new byte[0]);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), file.name(), file.mediaType(), bytes.length);
        });
        return new Anchor(handler, AttachmentType.DOWNLOAD, file.name());
    }
}
