package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ticketingos.macro.Blanks.Filled;
import org.ticketingos.macro.CannedText;
import org.ticketingos.macro.CannedTexts;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Finds a prepared text by its title or words and gives it filled for the ticket. */
class TextPicker extends Dialog {

    TextPicker(Ticket ticket, TicketDesk desk, Consumer<String> chosen) {
        CannedTexts texts = desk.texts();
        List<CannedText> fitting = texts.fitting(ticket, desk.user());
        setHeaderTitle("Insert a prepared text");
        setWidth("34rem");
        if (fitting.isEmpty()) {
            add(new Notice("No text is prepared for this client and line yet. Supervisors write them under "
                    + "\"Texts & macros\".", Tone.INFO));
            return;
        }
        ComboBox<CannedText> box = new ComboBox<>("Title or words");
        box.setWidthFull();
        box.setItems((text, typed) -> (text.title() + " " + text.body()).toLowerCase(Locale.ROOT)
                .contains(typed.toLowerCase(Locale.ROOT)), fitting);
        box.setItemLabelGenerator(CannedText::title);
        box.setAutofocus(true);
        box.setAutoOpen(true);
        box.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                Filled filled = texts.fill(change.getValue(), ticket, desk.user());
                close();
                chosen.accept(filled.text());
                if (!filled.missing().isEmpty()) {
                    Notice.refused("There is no value for " + String.join(", ", filled.missing())
                            + ". Fill it in before you send.");
                }
            }
        });
        add(box);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                box.focus();
                box.setOpened(true);
            }
        });
    }
}
