package org.ticketingos.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ticketingos.delivery.ItemVerdict;
import org.ticketingos.delivery.SignOff;
import org.ticketingos.delivery.SignOffView;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;

/** Signs off a delivery by the link in a mail. Opening it changes nothing; the press of a button decides, once. */
@Route(value = "sign-off", autoLayout = false)
@PageTitle("Sign-off · TicketingOS")
@AnonymousAllowed
class SignOffPage extends OpenPage implements HasUrlParameter<String> {

    private final SignOff signOff;
    private final Div body = new Div();

    SignOffPage(SignOff signOff) {
        this.signOff = signOff;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        body.removeAll();
        signOff.view(token).ifPresentOrElse(view -> show(token, view), () -> body.add(
                new H1("This link is not valid"),
                new Paragraph("It may be cut off at the end of a line. Please copy all of it from the mail.")));
    }

    private void show(String token, SignOffView view) {
        Facts facts = new Facts()
                .with("Request", view.number() + " · " + view.subject())
                .with("For", view.clientName())
                .with("You sign as", view.approver())
                .with("Delivered", Moments.at(view.deliveredAt()) + " (delivery " + view.round() + ")")
                .with("Counts as accepted from", view.isOpen() ? Moments.at(view.deemedAt()) : null);
        Div files = new Div();
        files.addClassNames("row", "small");
        view.files().forEach(file -> files.add(download(token, file)));
        body.add(new H1("Please look at our work"), new Panel("Delivery", facts), new Panel("Files", files));
        if (!view.isOpen()) {
            body.add(new Notice(view.problem(), Tone.INFO));
            return;
        }
        body.add(decision(token, view));
    }

    private Component decision(String token, SignOffView view) {
        Map<UUID, Checkbox> wrong = new LinkedHashMap<>();
        Map<UUID, TextField> reasons = new LinkedHashMap<>();
        Div items = new Div();
        items.addClassName("stack");
        for (SignOffView.Item item : view.items()) {
            Checkbox box = new Checkbox(item.label() + " is wrong");
            TextField reason = new TextField();
            reason.setPlaceholder("What is wrong with it?");
            reason.setAriaLabel("What is wrong with " + item.label());
            reason.setMaxLength(500);
            reason.setWidthFull();
            reason.setVisible(false);
            box.addValueChangeListener(change -> reason.setVisible(change.getValue()));
            wrong.put(item.id(), box);
            reasons.put(item.id(), reason);
            items.add(new Div(box, reason));
        }
        TextArea comment = new TextArea("Comment");
        comment.setWidthFull();
        comment.setMaxLength(2_000);
        comment.setHelperText("Needed when you send the work back.");
        Button accept = new Button("Accept", VaadinIcon.CHECK.create(), click -> {
            signOff.decide(token, true, comment.getValue(), List.of());
            thank("You accepted the delivery. Thank you!");
        });
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button("Send back", VaadinIcon.ARROW_BACKWARD.create(), click -> {
            List<ItemVerdict> rows = new ArrayList<>();
            wrong.forEach((id, box) -> {
                if (box.getValue()) {
                    rows.add(new ItemVerdict(id, "wrong", reasons.get(id).getValue()));
                }
            });
            signOff.decide(token, false, comment.getValue(), rows);
            thank("You sent the delivery back. We correct it and deliver again.");
        });
        Div choice = new Div(accept, back);
        choice.addClassName("big-choice");
        return new Panel("Your decision", items, comment, choice);
    }

    private void thank(String sentence) {
        body.removeAll();
        body.add(new H1("Recorded"), new Notice(sentence, Tone.OK));
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
