package org.ticketingos.channel;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.SmartLifecycle;

/**
 * First step of mail: takes raw mails over from the server, commits each, and only then marks it there. A crash at any
 * point repeats work and loses nothing.
 */
class MailFetcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailFetcher.class);
    private static final Duration BELL_WORTH_IT = Duration.ofSeconds(10);

    private final InboundMails mails;
    private final MailReader reader;
    private final MailSettings settings;
    private final BeanFactory beans;
    private final Rounds rounds;
    private @Nullable Mailbox mailbox;
    private boolean rings = true;

    MailFetcher(InboundMails mails, MailReader reader, MailSettings settings, BeanFactory beans) {
        this.mails = mails;
        this.reader = reader;
        this.settings = settings;
        this.beans = beans;
        this.rounds = new Rounds("mail-fetcher", settings.poll(), this::round);
    }

    private boolean round() {
        boolean more = fetch();
        if (!more && rounds.isRunning() && rings && settings.poll().compareTo(BELL_WORTH_IT) >= 0) {
            return waitForBell();
        }
        return more;
    }

    /** Takes over one batch; answers whether there was any. */
    boolean fetch() {
        Mailbox box = connected();
        try {
            box.open();
            long validity = box.uidValidity();
            for (long uid : mails.unflagged(settings.mailbox(), validity)) {
                mark(box, validity, uid);
            }
            boolean any = false;
            for (long uid : box.waiting()) {
                mails.keep(settings.mailbox(), validity, uid, box.raw(uid));
                reader.wake();
                mark(box, validity, uid);
                any = true;
            }
            box.close();
            return any;
        } catch (MessagingException | IOException e) {
            disconnect();
            throw new IllegalStateException("mailbox " + settings.mailbox() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            disconnect();
            throw e;
        }
    }

    private void mark(Mailbox box, long validity, long uid) throws MessagingException {
        box.markAsSeen(uid);
        mails.flagged(settings.mailbox(), validity, uid);
    }

    /** The bell only saves time: when it is out of order the poll still finds everything. */
    private boolean waitForBell() {
        try {
            connected().waitForNewMessages();
            return true;
        } catch (MessagingException | RuntimeException e) {
            disconnect();
            if (String.valueOf(e.getMessage()).contains("IDLE not supported")) {
                LOG.info("the mail server cannot ring (IDLE); looking every {} s", settings.poll().toSeconds());
                rings = false;
            }
            return false;
        }
    }

    private synchronized Mailbox connected() {
        if (mailbox == null) {
            mailbox = new Mailbox(settings, beans, validity -> mails.lastUid(settings.mailbox(), validity));
        }
        return mailbox;
    }

    private synchronized void disconnect() {
        if (mailbox != null) {
            mailbox.destroy();
            mailbox = null;
        }
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop(this::disconnect);
        disconnect();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
