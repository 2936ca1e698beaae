package org.ticketingos.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at every mail before it may touch a ticket. The policies stand in order; the first that objects decides. */
@Component
class Screening {

    private final Messages messages;
    private final MailSettings settings;

    Screening(Messages messages, MailSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    private List<Function<Incoming, @Nullable Finding>> policies() {
        return List.of(
                this::deliveryFailure,
                this::ownMessageComesBack,
                this::automaticReply,
                this::machineSender,
                this::tooManyFromSender,
                this::sameThingAgain,
                this::tooManyOnTicket,
                this::unknownSender);
    }

    Optional<Finding> screen(Incoming incoming) {
        return policies().stream()
                .map(policy -> policy.apply(incoming))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A mail server reports that a mail of ours did not arrive, or not yet. */
    private @Nullable Finding deliveryFailure(Incoming incoming) {
        return AutomaticMail.isDeliveryReport(incoming.message())
                ? new Finding(Finding.Kind.BOUNCE, "A mail server reports on a delivery")
                : null;
    }

    /** Our own mail has come back: our address, our loop mark or one of our Message-IDs. */
    private @Nullable Finding ownMessageComesBack(Incoming incoming) {
        boolean own = incoming.message().from().equalsIgnoreCase(settings.address())
                || incoming.header("x-loop").contains(settings.address())
                || messages.isOurs(incoming.header("message-id"));
        return own ? new Finding(Finding.Kind.AUTOMATIC, "Our own mail has come back") : null;
    }

    /** A machine answers for a person: holiday notices, receipts, list robots. Nobody's list excuses it. */
    private @Nullable Finding automaticReply(Incoming incoming) {
        return AutomaticMail.isReply(incoming.message())
                ? new Finding(Finding.Kind.AUTOMATIC, "Automatic reply")
                : null;
    }

    /** A machine writes by itself; a ticket only if its client has named it (scanner, ERP, monitoring). */
    private @Nullable Finding machineSender(Incoming incoming) {
        boolean named = incoming.sender() != null
                && messages.isMachineOfClient(incoming.sender(), incoming.message().from());
        return AutomaticMail.isMadeByMachine(incoming.message()) && !named
                ? new Finding(Finding.Kind.AUTOMATIC, "Mail made by a machine")
                : null;
    }

    /** More than a person can write. */
    private @Nullable Finding tooManyFromSender(Incoming incoming) {
        String from = incoming.message().from();
        int sent = from.isEmpty() ? 0 : messages.fromSender(from, before(incoming, Duration.ofMinutes(10)));
        return sent >= settings.senderLimit()
                ? new Finding(Finding.Kind.FLOOD, "More than " + settings.senderLimit() + " mails in 10 minutes")
                : null;
    }

    /** The third mail with the same content in a day: two machines talk to each other without saying so. */
    private @Nullable Finding sameThingAgain(Incoming incoming) {
        InboundMessage message = incoming.message();
        boolean saysNothing = message.text().isBlank() && message.attachments().isEmpty();
        int before = saysNothing || message.from().isEmpty()
                ? 0
                : messages.sameContent(message.from(), Identity.content(message), before(incoming, Duration.ofDays(1)));
        return before >= 2
                ? new Finding(Finding.Kind.AUTOMATIC, "The same content for the third time within 24 hours")
                : null;
    }

    /** More than ten mails of one sender on one ticket in ten minutes. */
    private @Nullable Finding tooManyOnTicket(Incoming incoming) {
        int sent = incoming.ticket() == null
                ? 0
                : messages.onTicket(
                        incoming.ticket(), incoming.message().from(), before(incoming, Duration.ofMinutes(10)));
        return sent >= 10
                ? new Finding(Finding.Kind.AUTOMATIC, "More than 10 mails on this ticket in 10 minutes")
                : null;
    }

    private @Nullable Finding unknownSender(Incoming incoming) {
        return incoming.sender() == null && incoming.ticket() == null
                ? new Finding(Finding.Kind.UNKNOWN_SENDER, "Nobody we know wrote this")
                : null;
    }

    private static Instant before(Incoming incoming, Duration time) {
        return incoming.message().receivedAt().minus(time);
    }
}
