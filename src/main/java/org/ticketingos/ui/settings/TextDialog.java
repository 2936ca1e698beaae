package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Clients;
import org.ticketingos.macro.Blanks;
import org.ticketingos.macro.CannedText;
import org.ticketingos.macro.Fits;

/** Writes a prepared text. What is refused stays typed. */
class TextDialog extends Dialog {

    TextDialog(@Nullable CannedText text, Clients clients, Consumer<CannedText> save) {
        setHeaderTitle(text == null ? "New text" : "Prepared text");
        setWidth("44rem");
        setCloseOnOutsideClick(false);
        TextField title = new TextField("Title");
        title.setWidthFull();
        title.setMaxLength(200);
        title.setAutofocus(true);
        TextArea body = new TextArea("Text");
        body.setWidthFull();
        body.setMinRows(7);
        body.setMaxLength(20_000);
        body.setHelperText("Filled in for you: {{" + String.join("}} {{", Blanks.NAMES) + "}}");
        Checkbox archived = new Checkbox("Archived: nobody is offered it any more");
        FitsFields fits = new FitsFields(clients, text == null ? Fits.ALL : text.fits());
        if (text != null) {
            title.setValue(text.title());
            body.setValue(text.body());
            archived.setValue(text.archived());
        }
        Button keep = new Button("Save", click -> {
            save.accept(new CannedText(text == null ? UUID.randomUUID() : text.id(), fits.value(), title.getValue(),
                    body.getValue(), archived.getValue()));
            close();
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), keep);
        add(title, body, fits, archived);
    }
}
