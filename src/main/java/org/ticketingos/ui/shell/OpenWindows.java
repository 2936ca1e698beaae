package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.ticketingos.access.UserChanged;

/**
 * Whose windows are open. What a person may see is settled with each request; a window that only listens makes none,
 * so when something changes about its person it is loaded anew. What was being typed is kept as for any other reload.
 */
@Component
class OpenWindows {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWindows.class);
    private static final Map<UI, String> OPEN = new ConcurrentHashMap<>();

    static void opened(UI ui, String login) {
        if (OPEN.put(ui, login) == null) {
            ui.addDetachListener(closed -> OPEN.remove(ui));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(UserChanged change) {
        UI own = UI.getCurrent();
        OPEN.forEach((ui, login) -> {
            if (login.equals(change.login()) && ui != own) {
                reload(ui);
            }
        });
    }

    private static void reload(UI ui) {
        try {
            ui.access(() -> ui.getPage().executeJs("location.reload()"));
        } catch (UIDetachedException gone) {
            LOG.debug("a window closed before it could be loaded anew", gone);
        }
    }
}
