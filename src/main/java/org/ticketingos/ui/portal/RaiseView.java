package org.ticketingos.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.channel.Receipt;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** Where a client asks for something: a sentence, some words, some files. */
@Route("portal/new")
@RolesAllowed("CLIENT")
class RaiseView extends Page {

    private final Intake intake;
    private final Tickets tickets;
    private final Clock clock;
    private final CurrentUser user = CurrentUser.get();
    /** One form is one request, however often its button is pressed. */
    private final String key = UUID.randomUUID().toString();
    private final TextField subject = new TextField("What is it about?");
    private final TextArea text = new TextArea("Details");
    private final ComboBox<ServiceLine> line = new ComboBox<>("Kind of work");
    private final Files files = new Files();

    RaiseView(Intake intake, Tickets tickets, Clock clock) {
        super("New request");
        this.intake = intake;
        this.tickets = tickets;
        this.clock = clock;
        actions(new Anchor("portal", "My requests"));
        add(form());
    }

    private Component form() {
        subject.setWidthFull();
        subject.setMaxLength(200);
        subject.setRequiredIndicatorVisible(true);
        subject.setManualValidation(true);
        text.setWidthFull();
        text.setMinRows(5);
        text.setMaxLength(20_000);
        line.setItems(Arrays.asList(ServiceLine.values()));
        line.setItemLabelGenerator(Words::of);
        line.setPlaceholder("We find out");
        line.setClearButtonVisible(true);
        Button send = new Button("Send request", VaadinIcon.PAPERPLANE.create(), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send.setEnabled(true));
        Div stack = new Div(subject, text, files, line, new Div(send));
        stack.addClassName("stack");
        Panel panel = new Panel("Your request", stack);
        panel.getStyle().setMaxWidth("44rem");
        subject.focus();
        return panel;
    }

    private void send() {
        if (subject.getValue().isBlank()) {
            subject.setErrorMessage("A few words are enough, for example \"Invoices of March\".");
            subject.setInvalid(true);
            subject.focus();
            return;
        }
        subject.setInvalid(false);
        Receipt receipt = intake.receive(new InboundMessage(
                "portal", key, user.client(), user.login(), "", subject.getValue().strip(), text.getValue(),
                files.taken(), List.of(), Map.of(), line.getValue(), null, clock.instant()));
        if (receipt.ticket() == null) {
            throw new TicketRefused("We could not take this: " + receipt.reason());
        }
        Notice.done("We have your request.");
        PortalNavigation.toRequest(tickets.get(receipt.ticket()).number());
    }
}
