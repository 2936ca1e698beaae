package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.sla.Clocks;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.inbox.StageBar;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** Where a request is, what happens next, who waits for whom and by when; and the ways to stop or revive it. */
class ProgressPanel extends Panel {

    private ProgressPanel(Ticket ticket, Maker maker, Runnable changed) {
        super(say("portal.progress"));
        Span number = new Span(ticket.number().value());
        number.addClassNames("number", "soft");
        Div chips = new Div(number, Words.chipForClient(ticket.status()));
        chips.addClassNames("row", "small");
        add(chips, new StageBar(ticket));
        Facts facts = new Facts();
        if (ticket.isOpen()) {
            facts.with(say("portal.progress.now"), Words.forClient(ticket.stage()))
                    .with(say("portal.progress.when"), ByWhen.sentence(ticket, maker.clocks.of(ticket.id())))
                    .with(say("portal.progress.line"), ticket.line() == null ? null : Words.of(ticket.line()));
        } else {
            facts.with(say("portal.progress.now"), say("portal.finished", Moments.at(ticket.closedAt())));
        }
        facts.with(say("portal.progress.asked"), Moments.at(ticket.receivedAt()) + " · " + ticket.requester());
        add(facts);
        if (CurrentUser.get().may(ClientRole.REQUESTER)) {
            acts(ticket, maker, changed);
        }
    }

    private void acts(Ticket ticket, Maker maker, Runnable changed) {
        if (ticket.isOpen() && ticket.stage().percent() <= Stage.APPROVAL.percent()) {
            add(act("portal.withdraw", reason -> {
                CurrentUser.get().needs(ClientRole.REQUESTER);
                Scope.system(() -> maker.tickets.withdraw(ticket.id(), reason));
                Notice.done(say("portal.withdraw.done"));
                changed.run();
            }));
        } else if (!ticket.isOpen() && ticket.openUntil() != null && maker.clock.instant().isBefore(ticket.openUntil())) {
            add(new Paragraph(say("portal.reopen.until", Moments.at(ticket.openUntil()))), act("portal.reopen", reason -> {
                CurrentUser user = CurrentUser.get();
                maker.intake.add(ticket.id(), new InboundMessage(
                        "portal", UUID.randomUUID().toString(), user.client(), user.login(), "",
                        "Re: " + ticket.subject(), reason, List.of(), List.of(), Map.of(), null, null,
                        maker.clock.instant()));
                Notice.done(say("portal.reopen.done"));
                changed.run();
            }));
        }
    }

    /** Asks why, then acts. */
    private static Button act(String key, Consumer<String> act) {
        Button button = new Button(say(key), click -> {
            Dialog dialog = new Dialog(say(key));
            TextArea reason = new TextArea(say(key + ".reason"));
            reason.setWidthFull();
            reason.setMaxLength(1_000);
            reason.setManualValidation(true);
            Button yes = new Button(say(key), go -> {
                reason.setErrorMessage(say("portal.reason-missing"));
                reason.setInvalid(reason.getValue().isBlank());
                if (!reason.isInvalid()) {
                    act.accept(reason.getValue().strip());
                    dialog.close();
                }
            });
            yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            dialog.add(new Paragraph(say(key + ".meaning")), reason);
            dialog.getFooter().add(new Button(say("portal.cancel"), no -> dialog.close()), yes);
            dialog.setWidth("min(28rem, 94vw)");
            dialog.open();
            reason.focus();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** Makes the panel of a ticket. */
    @Component
    static class Maker {

        private final Tickets tickets;
        private final Clocks clocks;
        private final Intake intake;
        private final Clock clock;

        Maker(Tickets tickets, Clocks clocks, Intake intake, Clock clock) {
            this.tickets = tickets;
            this.clocks = clocks;
            this.intake = intake;
            this.clock = clock;
        }

        ProgressPanel about(Ticket ticket, Runnable changed) {
            return new ProgressPanel(ticket, this, changed);
        }
    }
}
