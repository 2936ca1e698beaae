package org.ticketingos.channel;

import jakarta.mail.Authenticator;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
        setJavaMailProperties(properties(settings.tls() ? "mail.imaps." : "mail.imap."));
        setShouldDeleteMessages(false);
        setShouldMarkMessagesAsRead(false);
        setCancelIdleInterval(Math.max(1, settings.poll().toSeconds()));
        afterPropertiesSet();
    }

    private static Properties properties(String prefix) {
        Properties properties = LenientMail.session();
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", "1048576");
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", "60000");
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

    @Override
    protected Message[] searchForNewMessages() throws MessagingException {
        long last = lastUid.applyAsLong(uidValidity());
        Message[] found = folder().getMessagesByUID(last + 1, UIDFolder.LASTUID);
        List<Message> newer = new ArrayList<>();
        for (Message message : Arrays.asList(found)) {
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
