package org.ticketingos.audit;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;

/** Remembers log-ins, in the chain of the house. What was typed in vain is not kept: it may be a password. */
@Component
class LogIns {

    private final AuditTrail trail;

    LogIns(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void in(InteractiveAuthenticationSuccessEvent event) {
        record(event.getAuthentication().getName(), "logged-in", Map.of());
    }

    @EventListener
    void out(LogoutSuccessEvent event) {
        record(event.getAuthentication().getName(), "logged-out", Map.of());
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        record("nobody", "log-in-refused", Map.of("why", event.getException().getClass().getSimpleName()));
    }

    private void record(String actor, String event, Map<String, ?> facts) {
        Scope.system(() -> trail.record(ClientId.HOUSE, actor, event, facts));
    }
}
