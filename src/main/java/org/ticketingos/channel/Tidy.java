package org.ticketingos.channel;

import java.util.List;

/** Makes what arrived fit to be stored and shown; the raw mail keeps the original. */
final class Tidy {

    private static final int SUBJECT_MAX = 250;
    private static final int ADDRESS_MAX = 320;

    private Tidy() {}

    static InboundMessage of(InboundMessage message) {
        List<Attachment> files = message.attachments().stream()
                .map(file -> new Attachment(name(file), PlainText.line(file.mediaType(), 100), file.bytes()))
                .toList();
        return new InboundMessage(
                message.channel(),
                PlainText.line(message.externalId(), 500),
                message.client(),
                PlainText.line(message.from(), ADDRESS_MAX),
                PlainText.line(message.to(), 500),
                PlainText.line(message.subject(), SUBJECT_MAX),
                PlainText.of(message.text()),
                files,
                message.references(),
                message.headers(),
                message.line(),
                message.priority(),
                message.receivedAt());
    }

    private static String name(Attachment file) {
        String name = PlainText.fileName(file.name());
        return name.isEmpty() ? "attachment" : name;
    }
}
