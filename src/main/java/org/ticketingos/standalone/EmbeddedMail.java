package org.ticketingos.standalone;

import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * SMTP and IMAP on loopback. What it has accepted for our own mailbox is on disk before the sender hears "250", so a
 * hard kill loses nothing; it is put back at the next start.
 */
class EmbeddedMail implements AutoCloseable {

    static final String ADDRESS = "support@ticketingos.example";
    static final String PASSWORD = "intake";

    private final GreenMail server;
    private final Path folder;

    EmbeddedMail(int smtpPort, int imapPort, Path folder) throws IOException {
        Files.createDirectories(folder);
        this.folder = folder;
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        GreenMailUser intake = server.setUser(ADDRESS, ADDRESS, PASSWORD);
        MailFolder inbox;
        try {
            inbox = server.getManagers().getImapHostManager().getInbox(intake);
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IOException(e);
        }
        putBack(inbox);
        inbox.addListener(new Keeping(inbox));
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    private void putBack(MailFolder inbox) throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path mail : kept.filter(file -> file.toString().endsWith(".eml")).sorted().toList()) {
                try (InputStream raw = Files.newInputStream(mail)) {
                    inbox.appendMessage(
                            new MimeMessage(Session.getInstance(new Properties()), raw), new Flags(), new Date());
                } catch (MessagingException e) {
                    throw new IOException(mail + " is not a mail", e);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Writes each mail down before it is acknowledged. */
    private final class Keeping implements FolderListener {

        private final MailFolder inbox;

        private Keeping(MailFolder inbox) {
            this.inbox = inbox;
        }

        @Override
        public void added(int position) {
            StoredMessage mail = inbox.getMessages().get(position - 1);
            Path file = folder.resolve(System.currentTimeMillis() + "-" + mail.getUid() + ".eml");
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC)) {
                mail.getMimeMessage().writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException("the mail could not be written down", e);
            }
        }

        @Override
        public void expunged(int position) {}

        @Override
        public void flagsUpdated(int position, Flags flags, Long uid) {}

        @Override
        public void mailboxDeleted() {}
    }
}
