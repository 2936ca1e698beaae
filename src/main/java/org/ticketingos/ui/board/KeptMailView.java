package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.KeptAside;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.Receipt;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.TwoLines;

/** Mail that opened no ticket: read it, then open a ticket of it, put it on one, or drop it with a reason. */
@Route("kept-mail")
@Menu(title = "Mail kept aside", icon = "vaadin:mailbox", order = 4.5)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class KeptMailView extends Page {

    private final KeptAside kept;
    private final Tickets tickets;
    private final Clock clock;
    private final CurrentUser user = CurrentUser.get();
    private final Checkbox dropped = new Checkbox("Show what was dropped");
    private final Div list = new Div();

    KeptMailView(KeptAside kept, Tickets tickets, Clock clock) {
        super("Mail kept aside");
        this.kept = kept;
        this.tickets = tickets;
        this.clock = clock;
        lead("Machines' mail and floods open no ticket by themselves. Nothing here is lost; a person decides.");
        dropped.addValueChangeListener(change -> show());
        actions(dropped);
        list.addClassName("stack");
        add(list);
        show();
    }

    private void show() {
        list.removeAll();
        List<Message> mails = kept.all(dropped.getValue());
        if (mails.isEmpty()) {
            list.add(dropped.getValue()
                    ? new Empty(VaadinIcon.TRASH, "Nothing was dropped.", "What is dropped can be taken back here.")
                    : new Empty(VaadinIcon.CHECK_CIRCLE_O, "No mail waits for a decision.", "Automatic mail without a ticket shows up here."));
            return;
        }
        Sheet sheet = new Sheet("Mail kept aside", List.of("Came in", "From and subject", "Why it is here", ""));
        mails.forEach(mail -> sheet.row(
                Sheet.soft(Moments.ago(mail.at(), clock.instant())),
                new TwoLines(mail.subject().isBlank() ? "(no subject)" : mail.subject(), mail.author()),
                Sheet.text(mail.reason()),
                acts(mail)));
        list.add(new Panel("The newest first", sheet));
    }

    private Component acts(Message mail) {
        String about = " \"" + mail.subject() + "\" of " + mail.author();
        Button read = act("Read", "Read" + about, () -> read(mail));
        Div acts = new Div(read);
        if (dropped.getValue()) {
            acts.add(act("Take back", "Take back" + about, () -> {
                kept.take(mail.id(), user);
                Notice.done("It waits for a decision again.");
            }));
        } else {
            acts.add(
                    act("Open a ticket", "Open a ticket of" + about, () -> {
                        Receipt receipt = kept.release(mail.id(), user);
                        Notice.done("Opened " + tickets.get(java.util.Objects.requireNonNull(receipt.ticket())).number() + ".");
                    }),
                    act("Put on …", "Put on a ticket:" + about, () -> ask("Put it on which ticket?", "Ticket number", "Put it there", number -> {
                        String text = number.strip().toUpperCase(Locale.ROOT);
                        if (!text.matches("T-\\d{1,12}")) {
                            throw new TicketRefused("A ticket number looks like T-2041.");
                        }
                        kept.attach(mail.id(), new TicketNumber(text), user);
                        Notice.done("It is on " + text + " now.");
                    })),
                    act("Drop", "Drop" + about, () -> ask("Why does it need no ticket?", "Reason", "Drop it", reason -> {
                        kept.drop(mail.id(), reason, user);
                        Notice.done("Dropped. It can be taken back.");
                    })));
        }
        acts.addClassName("row");
        return acts;
    }

    private Button act(String name, String meaning, Runnable what) {
        Button button = new Button(name, click -> {
            what.run();
            show();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(meaning);
        return button;
    }

    private void ask(String question, String label, String yes, Consumer<String> answer) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(question);
        TextField field = new TextField(label);
        field.setWidthFull();
        field.setMaxLength(300);
        Button go = new Button(yes, click -> {
            try {
                answer.accept(field.getValue());
                dialog.close();
                show();
            } catch (TicketRefused refused) {
                field.setInvalid(true);
                field.setErrorMessage(refused.getMessage());
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        dialog.add(field);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), go);
        dialog.setWidth("26rem");
        dialog.open();
        field.focus();
    }

    private static void read(Message mail) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(mail.subject().isBlank() ? "(no subject)" : mail.subject());
        dialog.setWidth("44rem");
        Pre text = new Pre(mail.text());
        text.addClassName("mail-text");
        dialog.add(new Paragraph(new Span("From " + mail.author() + ", " + Moments.at(mail.at()))), text);
        mail.attachments().forEach(file -> dialog.add(Sheet.soft("Attached: " + file.name() + " ")));
        dialog.getFooter().add(new Button("Close", click -> dialog.close()));
        dialog.open();
    }
}
