package org.ticketingos.channel;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.ticketingos.access.LogInChanged;
import org.ticketingos.access.PasswordLinkMade;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.language.Phrases;

/** Mails people the link with which they set their password, and what has changed about how they log in. */
@Component
class AccountMails {

    private final Conversation conversation;
    private final Clients clients;
    private final String publicUrl;

    AccountMails(
            Conversation conversation,
            Clients clients,
            @Value("${ticketingos.public-url:http://localhost:8080}") String publicUrl) {
        this.conversation = conversation;
        this.clients = clients;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** In the sight of the house: mail without a ticket is nobody's at the client to read. */
    @EventListener
    void mail(PasswordLinkMade made) {
        ClientId client = made.client() == null ? ClientId.HOUSE : made.client();
        Locale reader = Phrases.nearest(made.language() == null
                ? clients.get(client).locale()
                : Locale.forLanguageTag(made.language()));
        String kind = made.invited() ? "mails.invite" : "mails.reset";
        String text = Phrases.say(reader, kind + ".text", made.name(), clients.get(client).name(), made.login(),
                publicUrl + "/password/" + made.token(), days(reader, made.validHours()));
        Scope.system(() -> conversation.mail(
                client, null, new Draft(made.mail(), Phrases.say(reader, kind + ".subject"), text, List.of(), true)));
    }

    /** Whoever has lost an account to somebody learns it where that somebody cannot reach. */
    @EventListener
    void mail(LogInChanged changed) {
        if (changed.mail().isBlank()) {
            return;
        }
        ClientId client = changed.client() == null ? ClientId.HOUSE : changed.client();
        Locale reader = Phrases.nearest(changed.language() == null
                ? clients.get(client).locale()
                : Locale.forLanguageTag(changed.language()));
        String text = Phrases.say(reader, "mails.log-in.text", changed.name(),
                Phrases.say(reader, "mails.log-in." + changed.what()), changed.login());
        Scope.system(() -> conversation.mail(client, null, new Draft(
                changed.mail(), Phrases.say(reader, "mails.log-in.subject"), text, List.of(), true)));
    }

    private static String days(Locale reader, int hours) {
        return Phrases.count(reader, "mails.days", Math.max(1, hours / 24));
    }
}
