package org.ticketingos.channel;

import jakarta.mail.Authenticator;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.LongUnaryOperator;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.integration.mail.ImapMailReceiver;

/**
 * Our mailbox on the server. Spring Integration keeps the connection and rings when mail comes (IDLE); its
 * {@code receive()} is never called, because it sets flags before we have stored anything. Mail is asked for by UID
 * and read without marking it as seen.
 */
class Mailbox extends ImapMailReceiver {

    private static final int BATCH = 50;
    private static final Duration LONGEST_RING = Duration.ofMinutes(5);

    private final LongUnaryOperator lastUid;

    /** @param lastUid the highest UID taken over under a given UIDVALIDITY */
    Mailbox(MailSettings settings, BeanFactory beans, LongUnaryOperator lastUid) {
        super((settings.tls() ? "imaps" : "imap") + "://" + settings.host() + ":" + settings.port() + "/"
                + settings.folder());
        this.lastUid = lastUid;
        setBeanFactory(beans);
        setJavaMailAuthenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        });
        setJavaMailProperties(properties(settings.tls() ? "mail.imaps." : "mail.imap.", ring(settings)));
        setShouldDeleteMessages(false);
        setShouldMarkMessagesAsRead(false);
        setCancelIdleInterval(ring(settings).toSeconds());
        afterPropertiesSet();
    }

    /** How long to listen for the bell before looking anyway. */
    private static Duration ring(MailSettings settings) {
        return settings.poll().compareTo(LONGEST_RING) > 0 ? LONGEST_RING : settings.poll();
    }

    private static Properties properties(String prefix, Duration ring) {
        Properties properties = LenientMail.session();
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", "1048576");
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", String.valueOf(ring.plusSeconds(30).toMillis()));
        properties.setProperty(prefix + "writetimeout", "10000");
        return properties;
    }

    void open() throws MessagingException {
        openFolder();
    }

    void close() {
        closeFolder();
    }

    long uidValidity() throws MessagingException {
        return folder().getUIDValidity();
    }

    /** The next mails not taken over yet, the oldest first. */
    List<Long> waiting() throws MessagingException {
        List<Long> uids = new ArrayList<>();
        for (Message message : searchForNewMessages()) {
            uids.add(folder().getUID(message));
        }
        return uids.stream().sorted().limit(BATCH).toList();
    }

    byte[] raw(long uid) throws MessagingException, IOException {
        Message message = folder().getMessageByUID(uid);
        if (message == null) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    void markAsSeen(long uid) throws MessagingException {
        Message message = folder().getMessageByUID(uid);
        if (message != null) {
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }

    /** Looks again when mail came while it looked: the bell would not ring for that one any more. */
    @Override
    protected Message[] searchForNewMessages() throws MessagingException {
        Message[] newer;
        int count;
        do {
            count = folder().getMessageCount();
            newer = newerThan(lastUid.applyAsLong(uidValidity()));
        } while (folder().getMessageCount() > count);
        return newer;
    }

    private Message[] newerThan(long last) throws MessagingException {
        List<Message> newer = new ArrayList<>();
        for (Message message : folder().getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            if (message != null && folder().getUID(message) > last) {
                newer.add(message);
            }
        }
        return newer.toArray(Message[]::new);
    }

    private IMAPFolder folder() {
        return (IMAPFolder) getFolder();
    }
}
