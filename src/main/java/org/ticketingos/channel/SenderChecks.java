package org.ticketingos.channel;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Clients;

/** Looks at the sender of a mail before a person believes it. */
@Component
class SenderChecks {

    private static final Pattern BANK = Pattern.compile(
            "\\b(bank(ing)?\\s+(details|account|information)|account\\s+(number|details)|beneficiary|IBAN|IFSC|SWIFT|BIC"
                    + "|sort\\s+code|routing\\s+number)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(new|chang\\w*|updat\\w*|revis\\w*|switch\\w*|instead|replac\\w*|from\\s+now|future\\s+payments?|no\\s+longer)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Clients clients;
    private final MailSettings settings;

    SenderChecks(Clients clients, MailSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /** Nothing is said of what did not come by mail: there the door has checked who knocks. */
    SenderTrust of(InboundMessage message) {
        if (!message.channel().equals("mail")) {
            return SenderTrust.UNSAID;
        }
        Map<String, String> proofs = MailProofs.of(message.header("authentication-results"), settings.proofBy());
        String domain = domain(message.from());
        return new SenderTrust(
                proofs.get("spf"),
                proofs.get("dkim"),
                proofs.get("dmarc"),
                domain.isEmpty() ? null : clients.resembled(domain).orElse(null),
                foreignAnswer(message, domain),
                asksForOtherBank(message));
    }

    /** An address for answers is foreign when it is neither of the sender's domain nor of one we know. */
    private @Nullable String foreignAnswer(InboundMessage message, String domain) {
        String wanted = MailHeaders.address(message.header("reply-to"));
        String to = domain(wanted);
        boolean foreign = !to.isEmpty() && !to.equals(domain) && !to.endsWith("." + domain)
                && !domain.endsWith("." + to) && !clients.writesFrom(to);
        return foreign ? wanted : null;
    }

    private static boolean asksForOtherBank(InboundMessage message) {
        String text = message.subject() + "\n" + NewText.of(message.text());
        return BANK.matcher(text).find() && CHANGE.matcher(text).find();
    }

    private static String domain(String mail) {
        return mail.contains("@") ? mail.substring(mail.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT) : "";
    }
}
