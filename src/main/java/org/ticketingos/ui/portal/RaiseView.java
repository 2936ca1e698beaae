package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.channel.Receipt;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;
import org.ticketingos.client.Rate;
import org.ticketingos.document.Documents;
import org.ticketingos.language.Refused;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.ForClient;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.upload.Earlier;
import org.ticketingos.upload.NewUpload;
import org.ticketingos.upload.Uploads;

/** Where a client asks for something: a sentence, some words, one file or a whole batch. */
@Route("portal/new")
@RolesAllowed("CLIENT")
@ForClient(ClientRole.REQUESTER)
class RaiseView extends Page {

    private final Intake intake;
    private final Tickets tickets;
    private final Uploads uploads;
    private final Clock clock;
    private final Client client;
    private final List<Contract> contracts;
    /** One form is one request, however often its button is pressed. */
    private final String key = UUID.randomUUID().toString();
    private final TextField subject = new TextField(say("portal.raise.subject"));
    private final TextArea text = new TextArea(say("portal.raise.details"));
    private final Select<ServiceLine> line = new Select<>();
    private final Checkbox urgent = new Checkbox(say("portal.raise.urgent"));
    private final Files files = new Files();
    private final Div known = new Div();
    private final Checkbox again = new Checkbox(say("portal.raise.again"));
    private Set<String> told = Set.of();

    RaiseView(Intake intake, Tickets tickets, Uploads uploads, Clients clients, Clock clock) {
        super(say("portal.raise"));
        this.intake = intake;
        this.tickets = tickets;
        this.uploads = uploads;
        this.clock = clock;
        this.client = clients.get(Objects.requireNonNull(CurrentUser.get().client()));
        var today = clock.instant().atZone(client.zone()).toLocalDate();
        this.contracts = clients.contracts(client.id()).stream().filter(one -> one.holdsOn(today)).toList();
        actions(new Anchor("portal/requests", say("portal.requests")));
        add(form());
    }

    private Component form() {
        subject.setWidthFull();
        subject.setMaxLength(200);
        subject.setRequiredIndicatorVisible(true);
        subject.setManualValidation(true);
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxLength(20_000);
        line.setLabel(say("portal.raise.line"));
        line.setItems(contracts.stream().map(one -> ServiceLine.of(one.line())).distinct().toList());
        line.setEmptySelectionAllowed(true);
        line.setEmptySelectionCaption(say("portal.raise.line-unknown"));
        line.setPlaceholder(say("portal.raise.line-unknown"));
        line.setItemLabelGenerator(one -> one == null ? say("portal.raise.line-unknown") : wordsOf(one));
        line.setWidthFull();
        line.addValueChangeListener(change -> offerUrgency());
        Button send = new Button(say("portal.raise.send"), VaadinIcon.PAPERPLANE.create(), click -> {
            try {
                send();
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        Div end = new Div(send);
        end.addClassName("big-choice");
        Div stack = new Div(subject, text, files, line, urgent, known, end);
        stack.addClassName("stack");
        Panel panel = new Panel(say("portal.raise.yours"), stack);
        panel.addClassName("narrow");
        offerUrgency();
        subject.focus();
        return panel;
    }

    /** What the client calls it, with an example. */
    private static String wordsOf(ServiceLine line) {
        return Words.of(line) + " – " + say("portal.line." + line.code());
    }

    /** Only where the contract has a price for it, and with that price. */
    private void offerUrgency() {
        Optional<Rate> rate = contracts.stream()
                .filter(one -> line.getValue() == null || one.line().equals(line.getValue().code()))
                .flatMap(one -> one.rates().stream())
                .filter(one -> one.id().startsWith("priority-"))
                .findFirst();
        urgent.setVisible(rate.isPresent());
        urgent.setValue(rate.isPresent() && urgent.getValue());
        rate.ifPresent(one -> urgent.setHelperText(say("portal.raise.urgent.price",
                MoneyText.format(new Money(one.amount(), contracts.get(0).currency()), client.locale()), one.unit())));
    }

    private void send() {
        if (subject.getValue().isBlank()) {
            subject.setErrorMessage(say("portal.raise.subject-missing"));
            subject.setInvalid(true);
            subject.focus();
            return;
        }
        subject.setInvalid(false);
        if (saysWhatIsKnown()) {
            return;
        }
        Receipt receipt = files.isEmpty() ? words() : batch();
        if (receipt.ticket() == null) {
            throw new Refused("portal.raise.refused", receipt.reason());
        }
        files.clear();
        String number = tickets.get(receipt.ticket()).number().value();
        Notice.done(say("portal.raise.done", number));
        PortalNavigation.toRaised(number);
    }

    private Receipt words() {
        CurrentUser user = CurrentUser.get();
        return intake.receive(new InboundMessage(
                "portal", key, user.client(), user.login(), "", subject.getValue().strip(), text.getValue(), List.of(),
                List.of(), Map.of(), line.getValue(), urgent.getValue() ? Priority.HIGH : null, clock.instant()));
    }

    private Receipt batch() {
        CurrentUser user = CurrentUser.get();
        return uploads.take(
                new NewUpload(client.id(), "portal", key, user.login(), subject.getValue().strip(), text.getValue(),
                        line.getValue(), urgent.getValue() ? Priority.HIGH : null),
                files.each(), again.getValue(), user);
    }

    /** What reached us before is said once, and not sent again unless this is wanted. */
    private boolean saysWhatIsKnown() {
        Set<String> prints = new LinkedHashSet<>();
        files.each().forEach(one -> prints.add(Documents.fingerprint(one.bytes())));
        Map<String, Earlier> before = uploads.known(client.id(), prints, CurrentUser.get());
        known.removeAll();
        known.setVisible(!before.isEmpty());
        if (before.isEmpty()) {
            return false;
        }
        before.values().stream().collect(Collectors.groupingBy(Earlier::ticket)).forEach((number, found) -> {
            Notice notice = new Notice(say("portal.raise.known", found.size(), prints.size(), number,
                    found.get(0).subject(), Uploads.KNOWN_DAYS), Tone.WARN);
            known.add(notice, new Anchor("portal/" + number, say("portal.upload.look-at", number)));
        });
        known.add(again);
        boolean news = !told.equals(before.keySet());
        told = Set.copyOf(before.keySet());
        boolean nothing = before.size() == prints.size() && !again.getValue();
        if (!news && nothing) {
            throw new Refused("portal.raise.nothing-new");
        }
        return news;
    }
}
