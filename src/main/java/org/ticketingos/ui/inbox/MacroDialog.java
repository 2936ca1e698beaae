package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.UUID;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Writing;
import org.ticketingos.macro.Macro;
import org.ticketingos.macro.Macros;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Shows every change a macro would make before it makes any. */
class MacroDialog extends Dialog {

    private final Ticket ticket;
    private final Macros macros;
    private final CurrentUser user = CurrentUser.get();
    private final Div preview = new Div();
    private final Button apply = new Button("Do all of this");
    private final long seen;

    MacroDialog(Ticket ticket, Macros macros, Conversation conversation, Writing writing, Runnable done) {
        this.ticket = ticket;
        this.macros = macros;
        this.seen = conversation.newest(ticket.id());
        setHeaderTitle("Macros for " + ticket.number());
        setWidth("40rem");
        ComboBox<Macro> box = new ComboBox<>("Macro");
        box.setWidthFull();
        box.setItems(macros.fitting(ticket, user));
        box.setItemLabelGenerator(Macro::title);
        box.setAutofocus(true);
        box.addValueChangeListener(change -> show(change.getValue()));
        preview.getElement().setAttribute("aria-live", "polite");
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setEnabled(false);
        apply.addClickListener(click -> {
            UUID reply = macros.apply(ticket.id(), box.getValue().id(), seen, user);
            close();
            done.run();
            if (reply == null) {
                Notice.done("Done: " + box.getValue().title() + ".");
            } else {
                SentNotice.show(null, writing.withUndo().pause(), () -> {
                    writing.undo(reply, user);
                    done.run();
                });
            }
        });
        getFooter().add(new Button("Cancel", click -> close()), apply);
        add(box, preview);
    }

    private void show(Macro macro) {
        preview.removeAll();
        apply.setEnabled(false);
        if (macro == null) {
            return;
        }
        Macros.Preview would = macros.preview(ticket.id(), macro, user);
        OrderedList changes = new OrderedList();
        changes.addClassName("macro-changes");
        would.changes().forEach(change -> {
            ListItem item = new ListItem(change);
            item.getElement().setAttribute("dir", "auto");
            changes.add(item);
        });
        preview.add(changes);
        if (would.hindrance() != null) {
            preview.add(new Notice("Nothing would be done: " + would.hindrance(), Tone.WARN));
        }
        apply.setEnabled(would.hindrance() == null && !would.changes().isEmpty());
    }
}
