package org.ticketingos.sla;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ticketingos.gate.GateFacts;

/** What the rules of {@code sla-gates} may look at. */
@Configuration(proxyBeanMethods = false)
class SlaGate {

    static final String NAME = "sla-gates";

    @Bean
    GateFacts slaGateFacts() {
        return GateFacts.of(NAME, PauseRequest.class, BreachResponse.class);
    }
}
