package org.ticketingos.audit;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;
import org.ticketingos.access.UserChanged;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;

/** Remembers log-ins in the chain of the house, and changes to accounts and settings in the chain of whose people they are. What was typed in vain is not kept: it may be a password. */
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

    @EventListener
    void changed(UserChanged change) {
        Map<String, String> facts = new TreeMap<>(change.facts());
        facts.put("user", change.login());
        ClientId whose = change.client() == null ? ClientId.HOUSE : change.client();
        Scope.system(() -> trail.record(whose, change.by(), change.what(), facts));
    }

    @EventListener
    void changed(SettingChanged change) {
        Scope.system(() -> trail.record(change.client(), change.by(), change.what(), change.facts()));
    }

    private void record(String actor, String event, Map<String, ?> facts) {
        Scope.system(() -> trail.record(ClientId.HOUSE, actor, event, facts));
    }
}
