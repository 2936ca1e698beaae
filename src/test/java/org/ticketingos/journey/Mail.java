package org.ticketingos.journey;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.activation.DataHandler;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** A standard mail client of a client's person. */
final class Mail {

    private final int smtpPort;

    Mail(int smtpPort) {
        this.smtpPort = smtpPort;
    }

    static String newId() {
        return "<" + UUID.randomUUID() + "@acme.example>";
    }

    void send(String id, String from, String subject, String text, Map<String, String> headers, Map<String, byte[]> pdfs) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtpPort));
        try {
            MimeMessage mail = new WithId(Session.getInstance(settings), id);
            mail.setFrom(new InternetAddress(from));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress("support@ticketingos.example"));
            mail.setSubject(subject);
            for (Map.Entry<String, String> header : headers.entrySet()) {
                mail.setHeader(header.getKey(), header.getValue());
            }
            MimeMultipart parts = new MimeMultipart();
            MimeBodyPart body = new MimeBodyPart();
            body.setText(text, "UTF-8");
            parts.addBodyPart(body);
            for (Map.Entry<String, byte[]> pdf : pdfs.entrySet()) {
                MimeBodyPart file = new MimeBodyPart();
                file.setDataHandler(new DataHandler(new ByteArrayDataSource(pdf.getValue(), "application/pdf")));
                file.setFileName(pdf.getKey());
                parts.addBodyPart(file);
            }
            mail.setContent(parts);
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class WithId extends MimeMessage {
        private final String id;

        private WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
