package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ticketingos.access.AccessRefused;
import org.ticketingos.access.FreshProofNeeded;
import org.ticketingos.language.Refused;
import org.ticketingos.ticket.TicketRefused;

/** The one place where what went wrong becomes one calm sentence. */
class CalmErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CalmErrors.class);

    @Override
    public void error(ErrorEvent event) {
        if (browserHasLeft(event.getThrowable())) {
            return;
        }
        if (UI.getCurrent() != null && needsFreshCode(event.getThrowable())) {
            FreshCode.ask(() -> Notice.done(Tongue.say("shell.fresh.again")));
            return;
        }
        String sentence = sentence(event.getThrowable());
        if (UI.getCurrent() != null) {
            Notice.refused(sentence);
        }
    }

    /** What was typed stays; with the code given, the same act is done once more by hand. */
    private static boolean needsFreshCode(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FreshProofNeeded) {
                return true;
            }
        }
        return false;
    }

    /** A download or page cut off by the browser is nobody's fault. */
    private static boolean browserHasLeft(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && "Broken pipe".equals(cause.getMessage())
                    || cause.getClass().getSimpleName().equals("ClientAbortException")) {
                return true;
            }
        }
        return false;
    }

    /** A refusal's own sentence; for anything else a reference under which the log has the details. */
    static String sentence(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TicketRefused refusal) {
                return refusal.getMessage();
            }
            if (cause instanceof Refused refusal) {
                return refusal.in(Tongue.locale());
            }
            if (cause instanceof AccessRefused refusal) {
                return Tongue.find(refusal.key()).orElse(refusal.getMessage());
            }
        }
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()).toUpperCase();
        LOG.error("reference {}", reference, thrown);
        return Tongue.say("shell.fault", reference);
    }
}
