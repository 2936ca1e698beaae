package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinRequest;
import java.awt.ComponentOrientation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.language.Phrases;

/** Which language a window speaks: the one its person has chosen, else the browser's for clients, else English. */
@Component
public class Languages implements I18NProvider {

    private static final long serialVersionUID = 1L;

    private final transient Users users;

    Languages(Users users) {
        this.users = users;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Phrases.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return Phrases.say(Phrases.nearest(locale), key, values);
    }

    /** Remembers the choice for every computer of this person and uses it from now on. */
    public void choose(UI ui, Locale language) {
        users.speak(CurrentUser.get().login(), language);
        speak(ui, language);
        ui.getPage().reload();
    }

    void begin(UI ui, @Nullable VaadinRequest request) {
        speak(ui, of(request));
    }

    Locale of(@Nullable VaadinRequest request) {
        CurrentUser user = CurrentUser.find().orElse(null);
        String chosen = user == null ? null : users.find(user.login()).map(Users.User::language).orElse(null);
        if (chosen != null) {
            return Phrases.nearest(Locale.forLanguageTag(chosen));
        }
        // The screens of our staff are written in English so far.
        boolean staff = user != null && !user.isClient();
        return staff || request == null ? Locale.ENGLISH : Phrases.nearest(request.getLocale());
    }

    private static void speak(UI ui, Locale language) {
        ui.setLocale(language);
        ui.getPage().executeJs("document.documentElement.lang=$0;document.documentElement.dir=$1",
                language.toLanguageTag(), direction(language));
    }

    static String direction(Locale language) {
        return ComponentOrientation.getOrientation(language).isLeftToRight() ? "ltr" : "rtl";
    }
}
