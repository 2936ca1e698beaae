package org.ticketingos.channel;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Second step of mail: reads what was kept raw and brings it to the door. One bad mail never stops the others. */
@Component
class MailReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailReader.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** From here on the mail is not opened any more, only attached to a ticket. */
    private static final int UNOPENED_FROM = 5;

    private static final int PARKED_FROM = 8;

    private final InboundMails mails;
    private final Intake intake;
    private final TransactionTemplate transactions;
    private final MailParser parser = new MailParser();
    private final Rounds rounds = new Rounds("mail-reader", PAUSE, this::readOne);

    MailReader(InboundMails mails, Intake intake, PlatformTransactionManager manager) {
        this.mails = mails;
        this.intake = intake;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Reads the mail that has waited longest; answers whether there was one. */
    boolean readOne() {
        Optional<InboundMails.Raw> next = mails.lease();
        next.ifPresent(this::read);
        return next.isPresent();
    }

    private void read(InboundMails.Raw raw) {
        if (raw.attempts() >= PARKED_FROM) {
            mails.settle(raw.id(), "PARKED", null, "Could not be taken in " + (PARKED_FROM - 1) + " times");
            LOG.error("mail {} is parked: it could not be taken in", raw.externalId());
            return;
        }
        try {
            ParsedMail mail = raw.attempts() >= UNOPENED_FROM
                    ? parser.unopened(raw.bytes(), raw.externalId(), raw.fetchedAt(), "taking it in failed repeatedly")
                    : parser.parse(raw.bytes(), raw.externalId(), raw.fetchedAt());
            transactions.executeWithoutResult(status -> {
                Receipt receipt = intake.receive(mail.message());
                mails.settle(raw.id(), mail.readable() ? "PARSED" : "UNREADABLE", receipt, receipt.reason());
            });
        } catch (RuntimeException e) {
            LOG.warn("mail {} could not be taken in (attempt {}), it will be tried again", raw.externalId(), raw.attempts(), e);
        }
    }

    void wake() {
        rounds.wake();
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
