package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.FreshCode;

/** Asks why before something is taken back; what is refused is said at the field. */
class ReasonDialog extends Dialog {

    ReasonDialog(String question, Consumer<String> go) {
        setHeaderTitle(question);
        setWidth("26rem");
        TextField why = new TextField("Why");
        why.setWidthFull();
        why.setMaxLength(300);
        why.setAutofocus(true);
        Button yes = new Button("Yes", click -> {
            try {
                FreshCode.then(() -> {
                    go.accept(why.getValue());
                    close();
                });
            } catch (TicketRefused refused) {
                why.setInvalid(true);
                why.setErrorMessage(refused.getMessage());
            }
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Cancel", click -> close()), yes);
        add(why);
    }
}
