package org.ticketingos.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;

/** Seals the chains all day and reads them through at night. */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final AuditTrail trail;

    Watch(AuditTrail trail) {
        this.trail = trail;
    }

    @Scheduled(
            initialDelayString = "${ticketingos.audit.seal-every:PT1M}",
            fixedDelayString = "${ticketingos.audit.seal-every:PT1M}")
    void seal() {
        Scope.system(() -> {
            trail.checkpoint();
        });
    }

    @Scheduled(cron = "${ticketingos.audit.verify-at:0 30 2 * * *}")
    void verify() {
        Scope.system(() -> trail.verifyAll().stream()
                .filter(verification -> !verification.intact())
                .forEach(verification -> LOG.error("audit trail of {}", verification.sentence())));
    }
}
