package org.ticketingos.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands messages to the mail server. */
class MailChannel implements Channel {

    private final JavaMailSender sender;
    private final MailSettings settings;

    MailChannel(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void deliver(OutboundMessage message) throws DeliveryFailed {
        try {
            sender.send(new WithFixedId(sender.createMimeMessage(), message, settings));
        } catch (MessagingException | UnsupportedEncodingException | MailParseException
                | MailPreparationException e) {
            throw new DeliveryFailed("The mail cannot be written: " + e.getMessage(), true, e);
        } catch (MailAuthenticationException e) {
            throw new DeliveryFailed("The mail server does not accept our log-in", false, e);
        } catch (MailSendException e) {
            throw new DeliveryFailed("The mail server did not take the mail: " + reason(e), refusedForGood(e), e);
        } catch (MailException e) {
            throw new DeliveryFailed("The mail server could not be reached: " + e.getMessage(), false, e);
        }
    }

    private static String reason(MailSendException e) {
        Exception[] causes = e.getMessageExceptions();
        Throwable cause = causes.length > 0 ? causes[0] : e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Answers 5xx to an address are final (RFC 5321, 4.2.1). */
    private static boolean refusedForGood(MailSendException e) {
        for (Exception cause : e.getMessageExceptions()) {
            if (cause instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0
                    && String.valueOf(refused.getNextException()).matches("(?s).*\\b5\\d\\d\\b.*")) {
                return true;
            }
        }
        return false;
    }

    /** A mail whose Message-ID is ours: the library would make a new one at every attempt. */
    private static final class WithFixedId extends MimeMessage {

        private final String mailId;

        WithFixedId(MimeMessage blank, OutboundMessage message, MailSettings settings)
                throws MessagingException, UnsupportedEncodingException {
            super(blank.getSession());
            mailId = "<" + message.mailId() + ">";
            MimeMessageHelper helper =
                    new MimeMessageHelper(this, !message.attachments().isEmpty(), StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(
                    settings.address(),
                    message.brand().isEmpty() ? settings.displayName() : message.brand() + " (" + settings.displayName() + ")",
                    "UTF-8"));
            helper.setTo(message.to());
            helper.setCc(message.cc().toArray(String[]::new));
            helper.setSubject(message.subject());
            helper.setText(message.text());
            for (Attachment file : message.attachments()) {
                helper.addAttachment(file.name(), new ByteArrayResource(file.bytes()), file.mediaType());
            }
            refer(message.references());
            setHeader("X-Loop", settings.address());
            if (message.automatic()) {
                setHeader("Auto-Submitted", "auto-replied");
                setHeader("X-Auto-Response-Suppress", "All");
            }
        }

        private void refer(List<String> mailIds) throws MessagingException {
            if (!mailIds.isEmpty()) {
                setHeader("In-Reply-To", "<" + mailIds.get(mailIds.size() - 1) + ">");
                setHeader("References", mailIds.stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n ")));
            }
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", mailId);
        }
    }
}
