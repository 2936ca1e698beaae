package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Scope;

/** Comes into somebody's window from outside: with its lock, as its user, and with no more sight than that user. */
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final UI ui;
    private final Component view;
    private final @Nullable Authentication who;
    private final Optional<CurrentUser> user;

    Visit(Component view) {
        this.view = view;
        this.ui = view.getUI().orElseThrow();
        this.who = SecurityContextHolder.getContext().getAuthentication();
        this.user = CurrentUser.find();
    }

    Optional<CurrentUser> user() {
        return user;
    }

    /** Runs the work as soon as the window is free; a window that has gone meanwhile hears nothing. */
    void run(Runnable work) {
        try {
            ui.access(() -> {
                if (view.isAttached()) {
                    as(work);
                }
            });
        } catch (UIDetachedException gone) {
            LOG.debug("a window closed before it could be told", gone);
        }
    }

    /** Whichever thread frees the window runs this, so neither its user nor its sight may come from that thread. */
    private void as(Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(who);
        SecurityContextHolder.setContext(own);
        try {
            Scope.person(work);
        } finally {
            if (before.getAuthentication() == null) {
                SecurityContextHolder.clearContext();
            } else {
                SecurityContextHolder.setContext(before);
            }
        }
    }
}
