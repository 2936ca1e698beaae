package org.ticketingos.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What makes two mails the same mail: Message-ID and content; without Message-ID sender, date, subject and content.
 * Line ends and trailing blanks do not count, mail servers change them.
 */
final class Identity {

    private Identity() {}

    /** Null for channels whose own ids say all. */
    static @Nullable String of(InboundMessage message) {
        if (!message.channel().equals("mail")) {
            return null;
        }
        String content = content(message);
        String id = message.header("message-id");
        return id.isEmpty()
                ? hash(message.from(), message.header("date"), message.subject(), content)
                : hash(id, content);
    }

    /** Hash of text and files. */
    static String content(InboundMessage message) {
        MessageDigest sha = sha256();
        sha.update(message.text().replaceAll("[ \\t]+(?=\\n|$)", "").strip().getBytes(StandardCharsets.UTF_8));
        for (Attachment file : message.attachments()) {
            sha.update((byte) 0);
            sha.update(file.bytes());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String hash(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            sha.update(part.strip().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
