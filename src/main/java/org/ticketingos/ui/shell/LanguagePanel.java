package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.language.Phrases;

/** Chooses the language of the screens. */
@org.springframework.stereotype.Component
@Order(5)
class LanguagePanel implements ProfilePanel {

    private final Languages languages;

    LanguagePanel(Languages languages) {
        this.languages = languages;
    }

    @Override
    public String title() {
        return say("shell.language");
    }

    @Override
    public boolean possible(CurrentUser user) {
        return user.isClient();
    }

    @Override
    public Component panel(CurrentUser user) {
        Select<Locale> choice = new Select<>();
        choice.setLabel(say("shell.language.of-screens"));
        choice.setItems(Phrases.LANGUAGES);
        choice.setItemLabelGenerator(one -> Phrases.say(one, "shell.language.name"));
        choice.setValue(Tongue.locale());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                languages.choose(UI.getCurrent(), change.getValue());
            }
        });
        return choice;
    }
}
